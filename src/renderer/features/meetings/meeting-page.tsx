import { OfficialDocument } from '../../components/official-document';
import { FailureBanner, Loading } from '../../components/notices';
import { useVaultQuery } from '../../lib/use-vault-query';

/** The minutes as they are printed: 公文 dialect, each resolution by itself. */
export function MeetingPage({ id }: { readonly id: string }) {
  const { data, failure } = useVaultQuery('meetings.get', { id });
  if (failure !== undefined) return <FailureBanner failure={failure} />;
  if (data === undefined) return <Loading />;
  return (
    <OfficialDocument
      title={data.title}
      suggestedName={`${data.branchName} ${data.meeting.on} 会议记录`}
      paragraphs={[
        ...data.minutes,
        ...data.resolutions.map(({ name, text }) => `${name}同志的决议：${text}`),
        '支部书记（签名）：　　　　　　　　　　记录人（签名）：',
      ]}
      signature={data.branchName}
      on={data.meeting.on}
    />
  );
}
