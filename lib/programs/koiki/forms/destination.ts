import type { Condition, Form, Section } from '#lib/core/survey/form.ts';
import { DESTINATION as ID } from './destination-ids.ts';
import { DEPARTMENTS, destinationItem, directionR9, TERMS, terms, YES_NO } from './items.ts';

/** Hospitals that accept nobody are asked no further. */
const accepting: Condition = { question: ID.accepts, is: ['yes', 'consult'] };

const overview: Section = {
  id: 'overview',
  title: '病院の概要・病床数',
  minutes: 3,
  source: destinationItem(1),
  questions: [
    {
      kind: 'integer',
      id: ID.beds,
      label: '病床数',
      help: '許可病床の合計を入力してください。',
      unit: '床',
      min: 0,
      max: 3000,
      unlikelyAbove: 1500,
      required: true,
    },
    { kind: 'integer', id: 'doctors', label: '常勤医師数', unit: '人', min: 0, max: 2000, unlikelyAbove: 800 },
    {
      kind: 'choices',
      id: ID.functions,
      label: '病院の機能',
      choices: [
        { code: 'tertiary-emergency', label: '救命救急センター' },
        { code: 'secondary-emergency', label: '第二次救急医療機関' },
        { code: 'regional-support', label: '地域医療支援病院' },
        { code: 'remote-hub', label: 'へき地医療拠点病院' },
        { code: 'disaster-hub', label: '災害拠点病院' },
        { code: 'perinatal', label: '周産期母子医療センター' },
        { code: 'cancer-hub', label: 'がん診療連携拠点病院' },
        { code: 'other', label: 'その他' },
        { code: 'none', label: '該当なし' },
      ],
      otherCode: 'other',
      noneCode: 'none',
    },
    {
      kind: 'long-text',
      id: 'summary',
      label: '病院の概要',
      help: '病院の役割や地域の特徴を、200字程度でお書きください。',
      maxLength: 1000,
    },
    {
      kind: 'text',
      id: ID.contactDepartment,
      label: '担当部署',
      maxLength: 100,
      purpose: 'name',
      visibility: 'when-consultable',
    },
    {
      kind: 'text',
      id: ID.contactTelephone,
      label: '担当部署の電話番号',
      purpose: 'telephone',
      maxLength: 40,
      visibility: 'when-consultable',
    },
    {
      kind: 'text',
      id: ID.contactMail,
      label: '担当部署のメールアドレス',
      purpose: 'email',
      maxLength: 254,
      visibility: 'when-consultable',
    },
  ],
};

const capacity: Section = {
  id: 'capacity',
  title: '受入可能な人数・時期',
  minutes: 3,
  source: destinationItem(2),
  questions: [
    {
      kind: 'choice',
      id: ID.accepts,
      label: '広域連携型プログラムの研修医の受入れ',
      required: true,
      choices: [
        { code: 'yes', label: '受け入れることができる' },
        { code: 'consult', label: '相談のうえ検討する' },
        { code: 'no', label: '受け入れる予定はない', hint: '以降の質問はありません。' },
      ],
    },
    {
      kind: 'table',
      id: ID.periods,
      label: '受入可能な時期と人数',
      help: '時期によって人数が異なる場合は、行を分けてください。',
      rowLabel: '時期',
      minRows: 0,
      maxRows: 12,
      required: true,
      when: { question: ID.accepts, is: 'yes' },
      columns: [
        { kind: 'date', id: 'from', label: '開始日', required: true, min: '2026-04-01', max: '2036-03-31' },
        { kind: 'date', id: 'to', label: '終了日', required: true, min: '2026-04-01', max: '2036-03-31' },
        {
          kind: 'integer',
          id: 'doctors',
          label: '同時に受け入れられる人数',
          unit: '人',
          min: 0,
          max: 99,
          unlikelyAbove: 20,
          required: true,
        },
      ],
    },
    {
      kind: 'choices',
      id: ID.terms,
      label: '対応できる研修期間',
      help: '制度上、24週以上とされています。',
      choices: TERMS,
      when: accepting,
      source: terms,
    },
  ],
};

const departments: Section = {
  id: 'departments',
  title: '診療科・指導医・経験できる症候など',
  minutes: 6,
  when: accepting,
  source: destinationItem(3),
  questions: [
    {
      kind: 'table',
      id: ID.departments,
      label: '対応できる診療科、指導医数、受入可能人数',
      rowLabel: '診療科',
      minRows: 0,
      maxRows: DEPARTMENTS.length,
      required: true,
      columns: [
        { kind: 'choice', id: 'department', label: '診療科', choices: DEPARTMENTS, required: true },
        { kind: 'integer', id: 'supervisors', label: '指導医数', unit: '人', min: 0, max: 300, unlikelyAbove: 60 },
        { kind: 'integer', id: 'doctors', label: '受入可能人数', unit: '人', min: 0, max: 99, unlikelyAbove: 20 },
      ],
    },
    {
      kind: 'integer',
      id: ID.supervisors,
      label: '臨床研修指導医の実人数',
      help: '指導医講習会を修了した医師の人数です。',
      unit: '人',
      min: 0,
      max: 500,
      unlikelyAbove: 150,
    },
    {
      kind: 'integer',
      id: ID.symptoms,
      label: '経験できる症候',
      help: '経験すべき29症候のうち、経験できる数を入力してください。',
      unit: '症候',
      min: 0,
      max: 29,
    },
    {
      kind: 'integer',
      id: ID.diseases,
      label: '経験できる疾病・病態',
      help: '経験すべき26疾病・病態のうち、経験できる数を入力してください。',
      unit: '疾病・病態',
      min: 0,
      max: 26,
    },
    { kind: 'long-text', id: 'cases', label: '多く経験できる症例、経験が難しい症例', maxLength: 1000 },
  ],
};

const training: Section = {
  id: 'training',
  title: '通常の研修の内容・スケジュール',
  minutes: 4,
  when: accepting,
  source: destinationItem(4),
  questions: [
    {
      kind: 'integer',
      id: 'patients',
      label: '研修医1人が同時に受け持つ入院患者数',
      unit: '人',
      min: 0,
      max: 100,
      unlikelyAbove: 30,
    },
    {
      kind: 'integer',
      id: 'conferences',
      label: 'カンファレンスの回数（1週あたり）',
      unit: '回',
      min: 0,
      max: 50,
      unlikelyAbove: 20,
    },
    { kind: 'choice', id: ID.outpatient, label: '一般外来の研修', choices: YES_NO },
    {
      kind: 'decimal',
      id: 'outpatient-days',
      label: '一般外来の日数（1週あたり）',
      unit: '日',
      digits: 1,
      min: '0',
      max: '7',
      when: { question: ID.outpatient, is: 'yes' },
    },
    { kind: 'long-text', id: 'schedule', label: '1週間のスケジュール例', maxLength: 2000 },
  ],
};

const requiredTraining: Section = {
  id: 'required-training',
  title: '必須・推奨研修の実施状況',
  minutes: 2,
  when: accepting,
  source: destinationItem(5),
  questions: [
    {
      kind: 'choices',
      id: ID.requiredTraining,
      label: '実施している研修',
      choices: [
        { code: 'infection', label: '感染対策' },
        { code: 'prevention', label: '予防医療' },
        { code: 'abuse', label: '虐待への対応' },
        { code: 'rehabilitation', label: '社会復帰支援' },
        { code: 'palliative', label: '緩和ケア' },
        { code: 'acp', label: 'アドバンス・ケア・プランニング（ACP）' },
        { code: 'cpc', label: '臨床病理検討会（CPC）' },
        { code: 'other', label: 'その他' },
        { code: 'none', label: '実施していない' },
      ],
      otherCode: 'other',
      noneCode: 'none',
    },
  ],
};

const feedback: Section = {
  id: 'feedback',
  title: 'フィードバックの頻度・実施状況',
  minutes: 2,
  when: accepting,
  source: destinationItem(6),
  questions: [
    {
      kind: 'choice',
      id: ID.feedback,
      label: '指導医からのフィードバックの頻度',
      choices: [
        { code: 'daily', label: 'ほぼ毎日' },
        { code: 'weekly', label: '週に1回以上' },
        { code: 'monthly', label: '月に1回以上' },
        { code: 'rotation', label: '診療科の研修が終わるとき' },
        { code: 'other', label: 'その他' },
      ],
      otherCode: 'other',
    },
    {
      kind: 'long-text',
      id: 'feedback-how',
      label: 'フィードバックの方法',
      help: '面談、研修医評価票の使い方などをお書きください。',
      maxLength: 1000,
    },
  ],
};

const room: Section = {
  id: 'room',
  title: '研修医室など',
  minutes: 2,
  when: accepting,
  source: destinationItem(7),
  questions: [
    {
      kind: 'choice',
      id: ID.room,
      label: '研修医室',
      choices: [
        { code: 'separate', label: 'あり（上級医と別室）' },
        { code: 'shared', label: 'あり（上級医と同室）' },
        { code: 'no', label: 'なし' },
      ],
    },
    {
      kind: 'choices',
      id: 'equipment',
      label: '利用できる設備',
      choices: [
        { code: 'literature', label: '文献検索システム' },
        { code: 'simulator', label: 'シミュレーター' },
        { code: 'library', label: '図書室' },
        { code: 'network', label: '研修医が使えるインターネット環境' },
        { code: 'none', label: '特になし' },
      ],
      noneCode: 'none',
    },
  ],
};

const nightDuty: Section = {
  id: 'night-duty',
  title: '当直の体制',
  minutes: 4,
  when: accepting,
  source: destinationItem(8),
  questions: [
    {
      kind: 'integer',
      id: ID.nights,
      label: '研修医の当直回数（1か月あたり）',
      unit: '回',
      min: 0,
      max: 31,
      unlikelyAbove: 8,
    },
    {
      kind: 'integer',
      id: 'night-doctors',
      label: '当直帯の医師の配置数',
      help: '研修医を除いた人数です。',
      unit: '人',
      min: 0,
      max: 100,
      unlikelyAbove: 30,
      when: atLeastOneNight(),
    },
    {
      kind: 'choice',
      id: ID.nightSenior,
      label: '上級医との連携体制',
      when: atLeastOneNight(),
      choices: [
        { code: 'together', label: '上級医と一緒に当直する' },
        { code: 'in-house', label: '上級医が院内にいる' },
        { code: 'on-call', label: '上級医をいつでも呼び出せる' },
        { code: 'other', label: 'その他' },
      ],
      otherCode: 'other',
    },
    {
      kind: 'integer',
      id: ID.emergencyPatients,
      label: '救急外来の患者数（年間）',
      unit: '人',
      min: 0,
      max: 200_000,
      unlikelyAbove: 60_000,
    },
    {
      kind: 'integer',
      id: ID.ambulances,
      label: '救急車の受入件数（年間）',
      unit: '件',
      min: 0,
      max: 50_000,
      unlikelyAbove: 15_000,
    },
    {
      kind: 'integer',
      id: 'emergency-admissions',
      label: '救急外来からの入院件数（年間）',
      unit: '件',
      min: 0,
      max: 50_000,
      unlikelyAbove: 15_000,
    },
  ],
};

const partnership: Section = {
  id: 'partnership',
  title: '他病院との連携実績',
  minutes: 2,
  when: accepting,
  source: destinationItem(9),
  questions: [
    { kind: 'choice', id: ID.partnership, label: 'たすきがけなどによる連携の実績（過去3年）', choices: YES_NO },
    {
      kind: 'integer',
      id: 'sent',
      label: '送り出した研修医（過去3年の合計）',
      unit: '人',
      min: 0,
      max: 500,
      unlikelyAbove: 100,
      when: { question: ID.partnership, is: 'yes' },
    },
    {
      kind: 'integer',
      id: 'received',
      label: '受け入れた研修医（過去3年の合計）',
      unit: '人',
      min: 0,
      max: 500,
      unlikelyAbove: 100,
      when: { question: ID.partnership, is: 'yes' },
    },
  ],
};

const family: Section = {
  id: 'family',
  title: '妊娠・出産・育児',
  minutes: 2,
  when: accepting,
  source: destinationItem(10),
  questions: [
    {
      kind: 'choices',
      id: ID.childcare,
      label: '研修医が利用できる制度・環境',
      choices: [
        { code: 'nursery', label: '院内保育' },
        { code: 'sick-nursery', label: '病児・病後児保育' },
        { code: 'night-exemption', label: '妊娠中・育児中の当直の免除' },
        { code: 'short-hours', label: '短時間勤務' },
        { code: 'leave', label: '育児休業の取得実績' },
        { code: 'rest-room', label: '休憩・授乳・搾乳の場所' },
        { code: 'adviser', label: '相談窓口' },
        { code: 'other', label: 'その他' },
        { code: 'none', label: '特になし' },
      ],
      otherCode: 'other',
      noneCode: 'none',
    },
    {
      kind: 'long-text',
      id: 'family-note',
      label: '健康・安全の管理や研修の進め方で配慮していること',
      maxLength: 1000,
    },
  ],
};

const wellbeing: Section = {
  id: 'wellbeing',
  title: '勤怠管理・メンタルヘルス',
  minutes: 2,
  when: accepting,
  source: destinationItem(11),
  questions: [
    {
      kind: 'choice',
      id: 'attendance',
      label: '研修医の勤怠管理の方法',
      choices: [
        { code: 'device', label: 'ICカード・入退館記録など' },
        { code: 'self', label: '自己申告' },
        { code: 'other', label: 'その他' },
      ],
      otherCode: 'other',
    },
    {
      kind: 'choices',
      id: ID.mentalHealth,
      label: 'メンタルヘルスへの対応',
      choices: [
        { code: 'mentor', label: 'メンター制度' },
        { code: 'interview', label: '定期的な面談' },
        { code: 'stress-check', label: 'ストレスチェック' },
        { code: 'counsellor', label: '産業医・カウンセラーへの相談' },
        { code: 'other', label: 'その他' },
        { code: 'none', label: '特になし' },
      ],
      otherCode: 'other',
      noneCode: 'none',
    },
  ],
};

const pay: Section = {
  id: 'pay',
  title: '給与・保険・福利厚生',
  minutes: 3,
  when: accepting,
  source: destinationItem(12),
  questions: [
    {
      kind: 'integer',
      id: ID.salary,
      label: '給与の月額（2年次、税込）',
      help: '当直手当を除いた額です。連携元病院が支給する場合は空欄にしてください。',
      unit: '円',
      min: 0,
      max: 3_000_000,
      unlikelyAbove: 1_000_000,
    },
    {
      kind: 'integer',
      id: 'night-pay',
      label: '当直手当（1回あたり）',
      unit: '円',
      min: 0,
      max: 300_000,
      unlikelyAbove: 80_000,
    },
    {
      kind: 'choices',
      id: 'insurance',
      label: '加入する保険',
      choices: [
        { code: 'liability', label: '医師賠償責任保険' },
        { code: 'accident', label: '労災保険' },
        { code: 'employment', label: '雇用保険' },
        { code: 'health', label: '健康保険' },
        { code: 'pension', label: '厚生年金保険' },
        { code: 'none', label: '連携元病院で加入する' },
      ],
      noneCode: 'none',
    },
    { kind: 'long-text', id: 'benefits', label: 'その他の手当・福利厚生', maxLength: 1000 },
  ],
};

const review: Section = {
  id: 'review',
  title: 'JCEPによる第三者評価',
  minutes: 1,
  when: accepting,
  source: destinationItem(13),
  questions: [
    {
      kind: 'choice',
      id: ID.jcep,
      label: '卒後臨床研修評価機構（JCEP）の受審状況',
      choices: [
        { code: 'certified', label: '認定を受けている' },
        { code: 'planned', label: '受審する予定がある' },
        { code: 'no', label: '受審していない' },
      ],
    },
    {
      kind: 'date',
      id: 'jcep-until',
      label: '認定の期限',
      when: { question: ID.jcep, is: 'certified' },
      min: '2024-01-01',
      max: '2040-12-31',
    },
  ],
};

const housing: Section = {
  id: 'housing',
  title: '宿舎',
  minutes: 1,
  when: accepting,
  source: destinationItem(14),
  questions: [
    {
      kind: 'choices',
      id: ID.housing,
      label: '研修医が使える宿舎',
      choices: [
        { code: 'single', label: '単身用' },
        { code: 'family', label: '世帯用' },
        { code: 'none', label: 'なし' },
      ],
      noneCode: 'none',
    },
    {
      kind: 'integer',
      id: 'rent',
      label: '宿舎の本人負担（1か月あたり）',
      unit: '円',
      min: 0,
      max: 300_000,
      unlikelyAbove: 100_000,
      when: {
        any: [
          { question: ID.housing, includes: 'single' },
          { question: ID.housing, includes: 'family' },
        ],
      },
    },
  ],
};

const expenses: Section = {
  id: 'expenses',
  title: '住居・交通費への支援',
  minutes: 1,
  when: accepting,
  source: destinationItem(15),
  questions: [
    {
      kind: 'choices',
      id: ID.support,
      label: '支援の内容',
      choices: [
        { code: 'rent', label: '家賃の補助' },
        { code: 'moving', label: '赴任・引越しの費用' },
        { code: 'commuting', label: '通勤手当' },
        { code: 'homecoming', label: '帰省・連携元病院との往復の交通費' },
        { code: 'other', label: 'その他' },
        { code: 'none', label: 'なし' },
      ],
      otherCode: 'other',
      noneCode: 'none',
    },
  ],
};

const strengths: Section = {
  id: 'strengths',
  title: '研修の魅力・強み',
  minutes: 5,
  when: accepting,
  source: directionR9,
  questions: [
    {
      kind: 'choices',
      id: ID.strengthPoints,
      label: '特に力を入れていること',
      choices: [
        { code: 'primary-care', label: 'プライマリ・ケア' },
        { code: 'emergency', label: '救急' },
        { code: 'home-care', label: '在宅・訪問診療' },
        { code: 'remote', label: 'へき地・離島の医療' },
        { code: 'procedures', label: '手技の経験' },
        { code: 'guidance', label: '手厚い指導' },
        { code: 'team', label: '多職種連携' },
        { code: 'research', label: '学会発表・研究' },
      ],
    },
    {
      kind: 'long-text',
      id: ID.strengths,
      label: '研修の魅力・強み',
      help: '研修医に伝えたいことを自由にお書きください。',
      maxLength: 10_000,
    },
    {
      kind: 'file',
      id: ID.pictures,
      label: '写真',
      help: '病院、研修のようす、宿舎などの写真を5枚まで添えられます。',
      accept: 'image',
      maxFiles: 5,
      maxMegabytes: 4,
    },
    {
      kind: 'file',
      id: 'documents',
      label: '資料',
      help: '研修プログラムの紹介などを2個まで添えられます。',
      accept: 'document',
      maxFiles: 2,
      maxMegabytes: 4,
    },
  ],
};

function atLeastOneNight(): Condition {
  return { question: ID.nights, atLeast: 1 };
}

/** S1: what a 連携先病院 tells 連携元病院, the fifteen items of R6.9 with the 魅力・強み that R9 adds. */
export const destinationForm: Form = {
  id: 'koiki-destination',
  version: 1,
  title: '連携先病院の情報（広域連携型プログラム）',
  prepare: [
    '病床数、医師数、指導医数の分かる資料',
    '研修医の受入れについて院内で決まっていること',
    '救急の患者数・救急車・入院の年間件数',
    '給与・宿舎・手当の規程',
  ],
  source: destinationItem(1),
  sections: [
    overview,
    capacity,
    departments,
    training,
    requiredTraining,
    feedback,
    room,
    nightDuty,
    partnership,
    family,
    wellbeing,
    pay,
    review,
    housing,
    expenses,
    strengths,
  ],
};
