import type { postKinds } from '../../../core/records/party-organization';

/** Words of committee posts (支部条例). */
export const postWords: Readonly<Record<(typeof postKinds)[number], string>> = {
  secretary: '书记',
  deputySecretary: '副书记',
  organization: '组织委员',
  publicity: '宣传委员',
  discipline: '纪检委员',
  member: '委员',
  organizer: '组织员',
};
