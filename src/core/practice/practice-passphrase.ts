/** The practice ledger guards nothing: whoever is asked for its passphrase is shown it. */
export const practicePassphrase = '演练库 人人可看 不存真数据';
