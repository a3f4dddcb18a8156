import type { Example, RegionalExample } from './example-notation.ts';

/** Worked examples of plain markets: `id: first > second`, receivers with `(seats)`, results with `-` for nobody. */
export const marketExamples: readonly Example[] = [
  {
    name: 'gs1962-ex1',
    cite: 'D. Gale & L. S. Shapley, College Admissions and the Stability of Marriage, Amer. Math. Monthly 69(1), 1962, Example 1',
    proposers: `
    alpha: A > B > C
    beta: B > C > A
    gamma: C > A > B`,
    receivers: `
    A (1): beta > gamma > alpha
    B (1): gamma > alpha > beta
    C (1): alpha > beta > gamma`,
    forProposers: `
    alpha: A
    beta: B
    gamma: C`,
    forReceivers: `
    alpha: C
    beta: A
    gamma: B`,
    stable: 3,
  },
  {
    name: 'gs1962-ex2',
    cite: 'Gale & Shapley 1962, Example 2',
    proposers: `
    alpha: A > B > C > D
    beta: A > D > C > B
    gamma: B > A > C > D
    delta: D > B > C > A`,
    receivers: `
    A (1): delta > gamma > alpha > beta
    B (1): beta > delta > alpha > gamma
    C (1): delta > alpha > beta > gamma
    D (1): gamma > beta > alpha > delta`,
    forProposers: `
    alpha: C
    beta: D
    gamma: A
    delta: B`,
    forReceivers: `
    alpha: C
    beta: D
    gamma: A
    delta: B`,
    stable: 1,
  },
  {
    name: 'gusfield-irving-8x8',
    cite: '8×8 instance attributed to D. Gusfield & R. W. Irving, The Stable Marriage Problem, 1989; carried by github.com/alex011235/algo',
    proposers: `
    m1: w5 > w7 > w1 > w2 > w6 > w8 > w4 > w3
    m2: w2 > w3 > w7 > w5 > w4 > w1 > w8 > w6
    m3: w8 > w5 > w1 > w4 > w6 > w2 > w3 > w7
    m4: w3 > w2 > w7 > w4 > w1 > w6 > w8 > w5
    m5: w7 > w2 > w5 > w1 > w3 > w6 > w8 > w4
    m6: w1 > w6 > w7 > w5 > w8 > w4 > w2 > w3
    m7: w2 > w5 > w7 > w6 > w3 > w4 > w8 > w1
    m8: w3 > w8 > w4 > w5 > w7 > w2 > w6 > w1`,
    receivers: `
    w1 (1): m5 > m3 > m7 > m6 > m1 > m2 > m8 > m4
    w2 (1): m8 > m6 > m3 > m5 > m7 > m2 > m1 > m4
    w3 (1): m1 > m5 > m6 > m2 > m4 > m8 > m7 > m3
    w4 (1): m8 > m7 > m3 > m2 > m4 > m1 > m5 > m6
    w5 (1): m6 > m4 > m7 > m3 > m8 > m1 > m2 > m5
    w6 (1): m2 > m8 > m5 > m3 > m4 > m6 > m7 > m1
    w7 (1): m7 > m5 > m2 > m1 > m8 > m6 > m4 > m3
    w8 (1): m7 > m4 > m1 > m5 > m2 > m3 > m6 > m8`,
    forProposers: `
    m1: w5
    m2: w3
    m3: w8
    m4: w6
    m5: w7
    m6: w1
    m7: w2
    m8: w4`,
    forReceivers: `
    m1: w3
    m2: w6
    m3: w2
    m4: w8
    m5: w1
    m6: w5
    m7: w7
    m8: w4`,
    stable: 8,
  },
  {
    name: 'knuth1976-4x4',
    cite: 'D. E. Knuth, Mariages stables, 1976: the 4×4 instance with ten stable matchings',
    proposers: `
    m1: w1 > w2 > w3 > w4
    m2: w2 > w1 > w4 > w3
    m3: w3 > w4 > w1 > w2
    m4: w4 > w3 > w2 > w1`,
    receivers: `
    w1 (1): m4 > m3 > m2 > m1
    w2 (1): m3 > m4 > m1 > m2
    w3 (1): m2 > m1 > m4 > m3
    w4 (1): m1 > m2 > m3 > m4`,
    forProposers: `
    m1: w1
    m2: w2
    m3: w3
    m4: w4`,
    forReceivers: `
    m1: w4
    m2: w3
    m3: w2
    m4: w1`,
    stable: 10,
  },
  {
    name: 'jp-da-residents-6x3',
    cite: 'github.com/itokohei0/MarketDesignStudy, da_algorithm_exec.py 例2 (hospital names replaced)',
    proposers: `
    田村: 病院ア > 病院イ > 病院ウ
    中川: 病院ア > 病院ウ > 病院イ
    浜田: 病院ア > 病院イ > 病院ウ
    安田: 病院ウ > 病院イ > 病院ア
    橋本: 病院ウ > 病院ア > 病院イ
    本田: 病院イ > 病院ウ > 病院ア`,
    receivers: `
    病院ア (2): 田村 > 中川 > 浜田 > 安田 > 橋本 > 本田
    病院イ (2): 浜田 > 田村 > 本田 > 中川 > 橋本 > 安田
    病院ウ (2): 橋本 > 本田 > 安田 > 浜田 > 中川 > 田村`,
    forProposers: `
    田村: 病院ア
    中川: 病院ア
    浜田: 病院イ
    安田: 病院ウ
    橋本: 病院ウ
    本田: 病院イ`,
    forReceivers: `
    田村: 病院ア
    中川: 病院ア
    浜田: 病院イ
    安田: 病院ウ
    橋本: 病院ウ
    本田: 病院イ`,
    stable: 1,
  },
  {
    name: 'matching-lib-issue67',
    cite: 'github.com/daffidwilde/matching (MIT), tests/hospital_resident, test_example_in_issue_67',
    proposers: `
    Group 1: Intellectual property > Privacy
    Group 2: Privacy > Fairness in AI
    Group 3: Privacy > Social media`,
    receivers: `
    Fairness in AI (2): Group 2
    Intellectual property (2): Group 1
    Privacy (2): Group 3 > Group 2 > Group 1
    Social media (2): Group 3`,
    forProposers: `
    Group 1: Intellectual property
    Group 2: Privacy
    Group 3: Privacy`,
    forReceivers: `
    Group 1: Intellectual property
    Group 2: Privacy
    Group 3: Privacy`,
    stable: 1,
  },
  {
    name: 'matching-lib-readme-hr',
    cite: 'github.com/daffidwilde/matching (MIT), tests/hospital_resident, test_readme_example',
    proposers: `
    A: C
    S: C > M
    D: C > M > G
    J: C > G > M
    L: M > C > G`,
    receivers: `
    M (2): D > L > S > J
    C (2): D > A > S > L > J
    G (2): D > J > L`,
    forProposers: `
    A: C
    S: M
    D: C
    J: G
    L: M`,
    forReceivers: `
    A: C
    S: M
    D: C
    J: G
    L: M`,
    stable: 1,
  },
  {
    name: 'nrmp-8x4',
    cite: 'NRMP, How the Matching Algorithm Works (8 applicants, 4 programmes)',
    proposers: `
    Anderson: City
    Brown: City > Mercy
    Chen: City > Mercy
    Davis: Mercy > City > General > State
    Eastman: City > Mercy > State > General
    Ford: City > General > Mercy > State
    Garcia: City > Mercy > State > General
    Hassan: State > City > Mercy > General`,
    receivers: `
    Mercy (2): Chen > Garcia
    City (2): Garcia > Hassan > Eastman > Anderson > Brown > Chen > Davis > Ford
    General (2): Brown > Eastman > Hassan > Anderson > Chen > Davis > Garcia
    State (2): Brown > Eastman > Anderson > Chen > Hassan > Ford > Davis > Garcia`,
    forProposers: `
    Anderson: -
    Brown: -
    Chen: Mercy
    Davis: General
    Eastman: City
    Ford: State
    Garcia: City
    Hassan: State`,
    forReceivers: `
    Anderson: -
    Brown: -
    Chen: Mercy
    Davis: General
    Eastman: City
    Ford: State
    Garcia: City
    Hassan: State`,
    stable: 1,
  },
  {
    name: 'nrmp-run-a-match-5x3',
    cite: 'NRMP, Run-A-Match.pdf, 2014',
    proposers: `
    Anderson: City
    Chen: City > Mercy
    Ford: City > General > Mercy
    Davis: Mercy > City > General
    Eastman: City > Mercy > General`,
    receivers: `
    Mercy (2): Chen > Ford
    City (2): Eastman > Anderson > Chen > Davis > Ford
    General (2): Eastman > Anderson > Ford > Davis`,
    forProposers: `
    Anderson: City
    Chen: Mercy
    Ford: General
    Davis: General
    Eastman: City`,
    forReceivers: `
    Anderson: City
    Chen: Mercy
    Ford: General
    Davis: General
    Eastman: City`,
    stable: 1,
  },
  {
    name: 'roth-da-inefficiency',
    cite: 'A. E. Roth 1982; A. Abdulkadiroğlu & T. Sönmez 2003, three students; O. Kesten 2010',
    proposers: `
    i1: s2 > s1 > s3
    i2: s1 > s2 > s3
    i3: s1 > s2 > s3`,
    receivers: `
    s1 (1): i1 > i3 > i2
    s2 (1): i2 > i1 > i3
    s3 (1): i2 > i1 > i3`,
    forProposers: `
    i1: s1
    i2: s2
    i3: s3`,
    forReceivers: `
    i1: s1
    i2: s2
    i3: s3`,
    stable: 1,
  },
  {
    name: 'roth1985-manipulation-true',
    cite: 'A. E. Roth, J. Econ. Theory 36, 1985: a hospital with two seats, truthful',
    proposers: `
    s1: C3 > C1 > C2
    s2: C2 > C1 > C3
    s3: C1 > C3 > C2
    s4: C1 > C2 > C3`,
    receivers: `
    C1 (2): s1 > s2 > s3 > s4
    C2 (1): s1 > s2 > s3 > s4
    C3 (1): s3 > s1 > s2 > s4`,
    forProposers: `
    s1: C3
    s2: C2
    s3: C1
    s4: C1`,
    forReceivers: `
    s1: C3
    s2: C2
    s3: C1
    s4: C1`,
    stable: 1,
  },
  {
    name: 'roth1985-manipulation-lie',
    cite: 'A. E. Roth, J. Econ. Theory 36, 1985: the same market when C1 lists only s1 and s4',
    proposers: `
    s1: C3 > C1 > C2
    s2: C2 > C1 > C3
    s3: C1 > C3 > C2
    s4: C1 > C2 > C3`,
    receivers: `
    C1 (2): s1 > s4
    C2 (1): s1 > s2 > s3 > s4
    C3 (1): s3 > s1 > s2 > s4`,
    forProposers: `
    s1: C1
    s2: C2
    s3: C3
    s4: C1`,
    forReceivers: `
    s1: C1
    s2: C2
    s3: C3
    s4: C1`,
    stable: 1,
  },
];

/** Worked examples of regional markets: receivers with `(seats, target, region)`, regions with `(cap)` and their order. */
export const regionalExamples: readonly RegionalExample[] = [
  {
    name: 'kk2015-ex1',
    cite: 'Y. Kamada & F. Kojima, AER 105(1), 2015, Example 1; instance as carried by github.com/UTokyoMDcenter/MatchingMarkets (MIT)',
    proposers: `
    d1: h1
    d2: h1
    d3: h1
    d4: h2
    d5: h2
    d6: h2
    d7: h2
    d8: h2
    d9: h2
    d10: h2`,
    receivers: `
    h1 (10, 5, r): d1 > d2 > d3 > d4 > d5 > d6 > d7 > d8 > d9 > d10
    h2 (10, 5, r): d1 > d2 > d3 > d4 > d5 > d6 > d7 > d8 > d9 > d10`,
    regions: `
    r (10): h1 > h2`,
    flexible: `
    d1: h1
    d2: h1
    d3: h1
    d4: h2
    d5: h2
    d6: h2
    d7: h2
    d8: h2
    d9: h2
    d10: h2`,
    capsAsTargets: `
    d1: h1
    d2: h1
    d3: h1
    d4: h2
    d5: h2
    d6: h2
    d7: h2
    d8: h2
    d9: -
    d10: -`,
    stable: null,
  },
  {
    name: 'kk2015-no-strongly-stable',
    cite: 'Kamada & Kojima 2015: a strongly stable matching need not exist',
    proposers: `
    d1: h2 > h1
    d2: h1 > h2`,
    receivers: `
    h1 (1, 0, r): d1 > d2
    h2 (1, 1, r): d2 > d1`,
    regions: `
    r (1): h1 > h2`,
    flexible: `
    d1: -
    d2: h2`,
    capsAsTargets: `
    d1: -
    d2: h2`,
    stable: [
      `
    d1: -
    d2: h2`,
    ],
  },
  {
    name: 'kk-target-balance',
    cite: 'constructed from the definitions of Kamada & Kojima 2015: targets decide between weakly stable matchings',
    proposers: `
    d1: h1
    d2: h2 > h1
    d3: h1 > h2
    d4: h2`,
    receivers: `
    h1 (3, 1, r): d1 > d2 > d3
    h2 (3, 2, r): d3 > d4 > d2`,
    regions: `
    r (3): h1 > h2`,
    flexible: `
    d1: h1
    d2: -
    d3: h2
    d4: h2`,
    capsAsTargets: `
    d1: h1
    d2: -
    d3: h2
    d4: h2`,
    stable: [
      `
    d1: h1
    d2: -
    d3: h2
    d4: h2`,
    ],
  },
  {
    name: 'jp-fda-ex1',
    cite: 'qiita.com/_it_/items/0b30fe9acdb55c7e8897, FDA 例1',
    proposers: `
    花田: 北部医療センター
    石橋: 北部医療センター
    坂本: 北部医療センター
    岡田: 南部医療センター
    池田: 南部医療センター
    丸山: 南部医療センター
    福島: 南部医療センター
    今井: 南部医療センター
    谷口: 南部医療センター
    村山: 南部医療センター`,
    receivers: `
    北部医療センター (10, 3, α): 花田 > 石橋 > 坂本 > 岡田 > 池田 > 丸山 > 福島 > 今井 > 谷口 > 村山
    南部医療センター (10, 5, α): 花田 > 石橋 > 坂本 > 岡田 > 池田 > 丸山 > 福島 > 今井 > 谷口 > 村山`,
    regions: `
    α (10): 北部医療センター > 南部医療センター`,
    flexible: `
    花田: 北部医療センター
    石橋: 北部医療センター
    坂本: 北部医療センター
    岡田: 南部医療センター
    池田: 南部医療センター
    丸山: 南部医療センター
    福島: 南部医療センター
    今井: 南部医療センター
    谷口: 南部医療センター
    村山: 南部医療センター`,
    capsAsTargets: `
    花田: 北部医療センター
    石橋: 北部医療センター
    坂本: 北部医療センター
    岡田: 南部医療センター
    池田: 南部医療センター
    丸山: 南部医療センター
    福島: 南部医療センター
    今井: 南部医療センター
    谷口: -
    村山: -`,
    stable: null,
  },
  {
    name: 'jp-fda-ex2',
    cite: 'qiita.com/_it_/items/0b30fe9acdb55c7e8897, FDA 例2',
    proposers: `
    西村: 東病院 > 西病院
    川上: 東病院 > 西病院
    北川: 西病院 > 東病院
    南田: 西病院 > 東病院`,
    receivers: `
    東病院 (3, 1, α): 西村 > 川上 > 北川 > 南田
    西病院 (3, 1, α): 北川 > 南田 > 西村 > 川上`,
    regions: `
    α (2): 東病院 > 西病院`,
    flexible: `
    西村: 東病院
    川上: -
    北川: 西病院
    南田: -`,
    capsAsTargets: `
    西村: 東病院
    川上: -
    北川: 西病院
    南田: -`,
    stable: [
      `
    西村: -
    川上: -
    北川: 西病院
    南田: 西病院`,
      `
    西村: 東病院
    川上: -
    北川: 西病院
    南田: -`,
      `
    西村: 東病院
    川上: 東病院
    北川: -
    南田: -`,
    ],
  },
];
