import { useState, type ReactNode } from 'react';
import type { PartyOrganizationView } from '../../../contract/coverage';
import { CitationTag } from '../../components/citation-tag';
import { GapList } from '../../components/gap-list';
import { Section } from '../../components/page-head';
import { useNavigation, type Place } from '../../lib/navigation';
import { CoversEditor } from './covers-editor';
import { postKindWords } from '../../../core/labels/labels';
import { Elections, ElectionsEditor } from './elections-editor';
import { PostsEditor } from './posts-editor';
import { TermMark } from './term-mark';

function PlaceLink({ place, children }: { readonly place: Place; readonly children: ReactNode }) {
  const { go } = useNavigation();
  return (
    <button type="button" className="link" onClick={() => go(place)}>
      {children}
    </button>
  );
}

function Term({ view }: { readonly view: PartyOrganizationView }) {
  const { term } = view;
  if (term === null) return <p className="muted">没有换届日期，或按规定不换届。</p>;
  return (
    <p className="party-term">
      <TermMark dueOn={term.dueOn} days={term.days} />
      <span>{term.context}</span>
      <CitationTag citation={term.citation} />
      <span>{term.nextAct}</span>
    </p>
  );
}

function Units({ view }: { readonly view: PartyOrganizationView }) {
  if (view.units.length === 0) return <p className="muted">没有登记覆盖的单位。</p>;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">起</th>
          <th scope="col">止</th>
        </tr>
      </thead>
      <tbody>
        {view.units.map((unit) => (
          <tr key={`${unit.id} ${unit.from}`}>
            <td>
              <PlaceLink place={{ page: 'organization', id: unit.id }}>{unit.name}</PlaceLink>
            </td>
            <td>{unit.from || '不详'}</td>
            <td>{unit.until || '至今'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Posts({ view }: { readonly view: PartyOrganizationView }) {
  const posts = view.record.posts ?? [];
  if (posts.length === 0) return <p className="muted">没有登记班子成员。</p>;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">职务</th>
          <th scope="col">姓名</th>
          <th scope="col">起</th>
          <th scope="col">止</th>
        </tr>
      </thead>
      <tbody>
        {posts.map((post) => (
          <tr key={`${post.kind} ${post.name} ${post.from ?? ''}`}>
            <td>{postKindWords[post.kind]}</td>
            <td>{post.name}</td>
            <td>{post.from ?? '不详'}</td>
            <td>{post.until ?? '至今'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function People({ view }: { readonly view: PartyOrganizationView }) {
  if (view.people.length === 0) return <p className="muted">没有登记在本组织的人员。</p>;
  return (
    <table className="plain-table">
      <tbody>
        {view.people.map((person) => (
          <tr key={person.id}>
            <td>
              <PlaceLink place={{ page: 'person', id: person.id }}>{person.name}</PlaceLink>
            </td>
            <td>{person.stageWords}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EditLink({ words, onEdit }: { readonly words: string; readonly onEdit: () => void }) {
  return (
    <button type="button" className="link" onClick={onEdit}>
      {words}
    </button>
  );
}

export function PartyOverview({ view }: { readonly view: PartyOrganizationView }) {
  const [editing, setEditing] = useState<'covers' | 'posts' | 'elections'>();
  const done = () => setEditing(undefined);
  return (
    <>
      <Section title="任期">
        <Term view={view} />
      </Section>
      <Section title="缺口" remark={`${view.gaps.length} 项`}>
        <GapList gaps={view.gaps} />
      </Section>
      <Section
        title="覆盖的单位"
        remark={`${view.units.length} 家`}
        more={<EditLink words="修改覆盖" onEdit={() => setEditing('covers')} />}
      >
        {editing === 'covers' ? <CoversEditor view={view} onDone={done} /> : <Units view={view} />}
      </Section>
      <Section
        title="班子成员"
        more={<EditLink words="修改班子" onEdit={() => setEditing('posts')} />}
      >
        {editing === 'posts' ? (
          <PostsEditor record={view.record} onDone={done} />
        ) : (
          <Posts view={view} />
        )}
      </Section>
      <Section
        title="选举"
        remark="有选举权的到会人数不少于应到的五分之四"
        more={<EditLink words="登记选举" onEdit={() => setEditing('elections')} />}
      >
        {editing === 'elections' ? (
          <ElectionsEditor record={view.record} onDone={done} />
        ) : (
          <Elections elections={view.record.elections ?? []} />
        )}
      </Section>
      {view.children.length > 0 && (
        <Section title="下级党组织" remark={`${view.children.length} 个`}>
          <ul className="party-children">
            {view.children.map((child) => (
              <li key={child.id}>
                <PlaceLink place={{ page: 'partyOrganization', id: child.id }}>
                  {child.name}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="人员" remark={`${view.people.length} 人`}>
        <People view={view} />
      </Section>
    </>
  );
}
