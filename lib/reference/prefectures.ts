/** One of the 47 prefectures (都道府県); the code is that of JIS X 0401. */
export interface Prefecture {
  readonly code: string;
  readonly name: string;
  /** The name without 都・府・県, for narrow columns and maps. */
  readonly shortName: string;
  readonly kana: string;
}

const row = (code: string, name: string, shortName: string, kana: string): Prefecture => ({
  code,
  name,
  shortName,
  kana,
});

/** The 47 prefectures in the order of their codes (JIS X 0401). */
export const PREFECTURES: readonly Prefecture[] = [
  row('01', '北海道', '北海道', 'ほっかいどう'),
  row('02', '青森県', '青森', 'あおもりけん'),
  row('03', '岩手県', '岩手', 'いわてけん'),
  row('04', '宮城県', '宮城', 'みやぎけん'),
  row('05', '秋田県', '秋田', 'あきたけん'),
  row('06', '山形県', '山形', 'やまがたけん'),
  row('07', '福島県', '福島', 'ふくしまけん'),
  row('08', '茨城県', '茨城', 'いばらきけん'),
  row('09', '栃木県', '栃木', 'とちぎけん'),
  row('10', '群馬県', '群馬', 'ぐんまけん'),
  row('11', '埼玉県', '埼玉', 'さいたまけん'),
  row('12', '千葉県', '千葉', 'ちばけん'),
  row('13', '東京都', '東京', 'とうきょうと'),
  row('14', '神奈川県', '神奈川', 'かながわけん'),
  row('15', '新潟県', '新潟', 'にいがたけん'),
  row('16', '富山県', '富山', 'とやまけん'),
  row('17', '石川県', '石川', 'いしかわけん'),
  row('18', '福井県', '福井', 'ふくいけん'),
  row('19', '山梨県', '山梨', 'やまなしけん'),
  row('20', '長野県', '長野', 'ながのけん'),
  row('21', '岐阜県', '岐阜', 'ぎふけん'),
  row('22', '静岡県', '静岡', 'しずおかけん'),
  row('23', '愛知県', '愛知', 'あいちけん'),
  row('24', '三重県', '三重', 'みえけん'),
  row('25', '滋賀県', '滋賀', 'しがけん'),
  row('26', '京都府', '京都', 'きょうとふ'),
  row('27', '大阪府', '大阪', 'おおさかふ'),
  row('28', '兵庫県', '兵庫', 'ひょうごけん'),
  row('29', '奈良県', '奈良', 'ならけん'),
  row('30', '和歌山県', '和歌山', 'わかやまけん'),
  row('31', '鳥取県', '鳥取', 'とっとりけん'),
  row('32', '島根県', '島根', 'しまねけん'),
  row('33', '岡山県', '岡山', 'おかやまけん'),
  row('34', '広島県', '広島', 'ひろしまけん'),
  row('35', '山口県', '山口', 'やまぐちけん'),
  row('36', '徳島県', '徳島', 'とくしまけん'),
  row('37', '香川県', '香川', 'かがわけん'),
  row('38', '愛媛県', '愛媛', 'えひめけん'),
  row('39', '高知県', '高知', 'こうちけん'),
  row('40', '福岡県', '福岡', 'ふくおかけん'),
  row('41', '佐賀県', '佐賀', 'さがけん'),
  row('42', '長崎県', '長崎', 'ながさきけん'),
  row('43', '熊本県', '熊本', 'くまもとけん'),
  row('44', '大分県', '大分', 'おおいたけん'),
  row('45', '宮崎県', '宮崎', 'みやざきけん'),
  row('46', '鹿児島県', '鹿児島', 'かごしまけん'),
  row('47', '沖縄県', '沖縄', 'おきなわけん'),
];

const byCode = new Map(PREFECTURES.map((prefecture) => [prefecture.code, prefecture]));
const byName = new Map(
  PREFECTURES.flatMap((prefecture) => [prefecture.name, prefecture.shortName].map((name) => [name, prefecture])),
);

/** The prefecture with this two-digit code, or undefined. */
export const prefectureOf = (code: string): Prefecture | undefined => byCode.get(code);

/** The prefecture written this way, with or without 都・府・県, or undefined. */
export const prefectureNamed = (name: string): Prefecture | undefined => byName.get(name.trim());
