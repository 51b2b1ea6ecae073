import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/** security.md §4: what the runtime of a release may not be told from outside. */
export const releaseFuses = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** The artefact for tests differs in this alone: Playwright speaks through the inspector. */
export const testFuses = { ...releaseFuses, EnableNodeCliInspectArguments: true };

/** The character with which a fuse wire says that a fuse is on. */
const isOn = '1'.charCodeAt(0);

/** @param {string} executable @param {Record<string, boolean>} fuses */
export async function setFuses(executable, fuses) {
  const settings = Object.entries(fuses).map(([name, value]) => [FuseV1Options[name], value]);
  await flipFuses(executable, { version: FuseVersion.V1, ...Object.fromEntries(settings) });
}

/**
 * @param {string} executable
 * @returns {Promise<Record<string, boolean>>}
 */
export async function readFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  return Object.fromEntries(
    Object.keys(releaseFuses).map((name) => [name, wire[FuseV1Options[name]] === isOn]),
  );
}
