import type { z } from 'zod';
import { auditChannels } from './audit';
import { coverageChannels } from './coverage';
import { deskWorkChannels } from './desk-work';
import { officeDutyChannels } from './office-duties';
import { dossierActChannels } from './dossier-acts';
import { fieldWorkChannels } from './field-work';
import { importChannels } from './imports';
import { ledgerPlaceChannels } from './ledger-place';
import { meetingChannels } from './meetings';
import { newGroupChannels } from './new-groups';
import { mentorChannels } from './mentors';
import { overlayChannels } from './overlay';
import { peopleChannels } from './people';
import { peopleViewChannels } from './people-views';
import { planningChannels } from './planning';
import { registerChannels } from './register';
import { reconciliationChannels } from './reconciliation';
import { rescueChannels } from './rescue';
import { reviewChannels } from './reviews';
import { sessionChannels } from './session';
import { shellChannels } from './shell';
import { snoozeChannels } from './snoozes';
import { unionChannels } from './unions';
import { vaultCareChannels } from './vault-care';

export { shellChannels };

/** Everything the vault answers over its MessagePort. */
export const vaultChannels = {
  ...sessionChannels,
  ...rescueChannels,
  ...ledgerPlaceChannels,
  ...peopleChannels,
  ...peopleViewChannels,
  ...dossierActChannels,
  ...mentorChannels,
  ...overlayChannels,
  ...planningChannels,
  ...snoozeChannels,
  ...auditChannels,
  ...meetingChannels,
  ...coverageChannels,
  ...unionChannels,
  ...reconciliationChannels,
  ...reviewChannels,
  ...newGroupChannels,
  ...fieldWorkChannels,
  ...registerChannels,
  ...deskWorkChannels,
  ...officeDutyChannels,
  ...importChannels,
  ...vaultCareChannels,
} as const;

export type VaultChannel = keyof typeof vaultChannels;
export type ShellChannel = keyof typeof shellChannels;

export type VaultInput<C extends VaultChannel> = z.infer<(typeof vaultChannels)[C]['input']>;
export type VaultOutput<C extends VaultChannel> = z.infer<(typeof vaultChannels)[C]['output']>;
export type ShellInput<C extends ShellChannel> = z.infer<(typeof shellChannels)[C]['input']>;
export type ShellOutput<C extends ShellChannel> = z.infer<(typeof shellChannels)[C]['output']>;

/** Long work reports words and a share between 0 and 1. */
export type Progress = { readonly words: string; readonly share: number };
