import { useState } from 'react';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { useVaultQuery } from '../../lib/use-vault-query';
import { AgendaEditor } from './agenda-editor';
import type { Head } from './meeting-draft';
import { MeetingHead } from './meeting-head';
import './meetings.css';

/** Whom can the next meeting decide on, and does the vote carry? */
export function NewMeetingPage({ branchId = '' }: { readonly branchId?: string }) {
  const status = useVaultQuery('session.status', {});
  if (status.data === undefined) return <Loading />;
  return <MeetingForm branchId={branchId} today={status.data.today} />;
}

function MeetingForm({
  branchId,
  today,
}: {
  readonly branchId: string;
  readonly today: CalendarDate;
}) {
  const [head, setHead] = useState<Head>({
    branchId,
    on: today,
    kind: 'memberMeeting',
    place: '',
    chair: '',
    recorder: '',
  });
  return (
    <div className="page-scroll">
      <PageHead title="准备会议" sentence="逐个讨论、逐个表决；保存一次，全部人员的档案同时登记" />
      <MeetingHead head={head} onChange={setHead} />
      {head.branchId === '' ? (
        <p className="muted">选定党支部后，列出可以上会的人和应到名册。</p>
      ) : (
        <AgendaEditor key={`${head.branchId}/${head.on}/${head.kind}`} head={head} />
      )}
    </div>
  );
}
