/** The house's dependency rule. Every comment says what to do instead. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'Move the shared part into a file both can import.', from: {}, to: { circular: true } },
    { name: 'core-is-pure', severity: 'error', comment: 'core imports nothing of ours and only date-fns, zod: pass values in instead.', from: { path: '^src/core/' }, to: { pathNot: ['^src/core/', '^node_modules/(date-fns|zod)/'] } },
    { name: 'contract-knows-core-only', severity: 'error', comment: 'The contract is schemas over core words; put behaviour in main or renderer.', from: { path: '^src/contract/' }, to: { pathNot: ['^src/(core|contract)/', '^node_modules/zod/'] } },
    { name: 'preload-knows-contract-only', severity: 'error', comment: 'The preload exposes the contract and nothing else.', from: { path: '^src/preload/' }, to: { path: '^src/', pathNot: ['^src/(preload|contract|core)/'] } },
    { name: 'main-not-to-renderer', severity: 'error', comment: 'Share words through src/contract.', from: { path: '^src/main/' }, to: { path: '^src/(renderer|preload)/' } },
    { name: 'renderer-not-to-main', severity: 'error', comment: 'Ask through the contract; the renderer never holds the ledger.', from: { path: '^src/renderer/' }, to: { path: '^src/(main|preload)/' } },
    { name: 'renderer-without-node', severity: 'error', comment: 'The window is sandboxed: ask the vault.', from: { path: '^src/renderer/' }, to: { dependencyTypes: ['core'] } },
    { name: 'electron-in-its-places', severity: 'error', comment: 'Take what you need as a parameter; electron lives in main/app and the process entries.', from: { path: '^src/', pathNot: ['^src/main/app/', '^src/main/index\\.ts$', '^src/main/(vault|parser)/index\\.ts$', '^src/preload/'] }, to: { path: '^node_modules/electron/' } },
    { name: 'lowdb-in-the-ledger', severity: 'error', comment: 'Only the ledger holds the meta document.', from: { path: '^src/', pathNot: '^src/main/vault/ledger/' }, to: { path: '^node_modules/lowdb/' } },
    { name: 'features-are-islands', severity: 'error', comment: 'Compose features in renderer/app, or move the shared part to components or lib.', from: { path: '^src/renderer/features/([^/]+)/' }, to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' } },
    { name: 'features-not-to-app', severity: 'error', comment: 'app composes features, never the other way round.', from: { path: '^src/renderer/(features|components|lib)/' }, to: { path: '^src/renderer/app/' } },
    { name: 'components-without-domain', severity: 'error', comment: 'components and lib know no feature.', from: { path: '^src/renderer/(components|lib)/' }, to: { path: '^src/renderer/features/' } },
    { name: 'migrations-frozen', severity: 'error', comment: 'A migration freezes the past: copy the shape it needs.', from: { path: '^src/core/records/migrations/' }, to: { path: '^src/', pathNot: '^src/core/records/migrations/' } },
    { name: 'src-not-to-tests', severity: 'error', comment: 'Move shared code into src.', from: { path: '^src/' }, to: { path: '^tests/' } },
    { name: 'not-to-dev-dependency', severity: 'error', comment: 'What ships is listed under dependencies.', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/(electron|@types)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
