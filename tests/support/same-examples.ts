import fc from 'fast-check';

/** The same random examples in every run, so that a red run can be repeated; PROPERTY_SEED asks for others. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20261123) });
