/** The little that the demo's own pages need beyond the product's style sheet; they read well without either. */
export const demoStyle = `
body.demo { margin: 0; color: #1a1a1c; background: #fff; font-family: system-ui, "Noto Sans JP", "Hiragino Sans", sans-serif; line-height: 1.7; }
.demo-header { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.5rem; padding: .75rem 1rem; border-bottom: 4px solid #0017c1; background: #f8f8fb; }
.demo-header p { margin: 0; }
.demo-name { font-weight: 700; }
.demo-header ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
.demo-header a { display: inline-block; min-height: 2.75rem; line-height: 2.75rem; }
.demo-now { font-variant-numeric: tabular-nums; }
.demo-main { max-width: 60rem; margin: 0 auto; padding: 1rem; box-sizing: border-box; overflow-wrap: anywhere; }
.demo-main h1 { font-size: 1.75rem; line-height: 1.4; margin: .5rem 0 1rem; }
.demo-main h2 { font-size: 1.25rem; margin: 1.75rem 0 .5rem; }
.demo-footer { max-width: 60rem; margin: 2rem auto 0; padding: 1rem; box-sizing: border-box; color: #626264; font-size: .875rem; }
.demo-cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 1rem; padding: 0; margin: 0; list-style: none; }
.demo-card { display: flex; flex-direction: column; gap: .25rem; padding: 1rem; border: 1px solid #949497; border-radius: .5rem; }
.demo-card p { margin: 0; }
.demo-card form { margin-top: auto; padding-top: .75rem; }
.demo-card strong { font-size: 1.125rem; }
.demo button { min-height: 2.75rem; padding: .25rem 1.25rem; border: 1px solid #0017c1; border-radius: .5rem; background: #0017c1; color: #fff; font: inherit; font-weight: 700; cursor: pointer; }
.demo button.plain { background: #fff; color: #0017c1; }
.demo a:focus-visible, .demo button:focus-visible, .demo input:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; }
.demo input { min-height: 2.75rem; padding: 0 .5rem; border: 1px solid #626264; border-radius: .5rem; font: inherit; box-sizing: border-box; max-width: 100%; }
.demo-row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: .75rem 0; }
.demo-row label { display: block; font-weight: 700; }
.demo-list { margin: 0; padding: 0; list-style: none; border-top: 1px solid #d8d8db; }
.demo-list li { border-bottom: 1px solid #d8d8db; padding: .75rem 0; }
.demo-list a { font-weight: 700; }
.demo-list p { margin: 0; color: #4d4d4f; }
.demo-facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1rem; }
.demo-facts dt { color: #4d4d4f; }
.demo-facts dd { margin: 0; }
.demo-text { white-space: pre-wrap; border: 1px solid #d8d8db; border-radius: .5rem; padding: 1rem; }
.demo-frame { width: 100%; height: 32rem; border: 1px solid #d8d8db; border-radius: .5rem; box-sizing: border-box; }
.demo-notice { border-left: 8px solid #0017c1; background: #f8f8fb; padding: .75rem 1rem; }
@media (max-width: 30rem) { .demo-facts { grid-template-columns: 1fr; gap: 0; } .demo-facts dd { margin-bottom: .5rem; } }
`;
