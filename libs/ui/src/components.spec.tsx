import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import {
  AppShell,
  Avatar,
  Breadcrumb,
  Button,
  Card,
  CommentFrame,
  DataTable,
  Diff,
  ErrorSummary,
  FilterBar,
  LiveRegion,
  Menu,
  MenuItem,
  Notice,
  Pagination,
  Prose,
  RadioGroup,
  Select,
  StateMark,
  StatePath,
  SupportButton,
  Tag,
  TextArea,
  TextInput,
  UserText,
} from './index';

const html = (node: ReactNode) => renderToStaticMarkup(node);
/** The opening tag that carries this attribute, so that an assertion names one element. */
const tag = (markup: string, attribute: string) =>
  markup.match(/<[^>]+>/g)?.find((piece) => piece.includes(attribute)) ?? `nothing with ${attribute}`;

describe('fields', () => {
  test('belong to their label, hint and error', () => {
    const markup = html(<TextInput name="title" label="Title" hint="One sentence" error="Write a title" />);
    const input = tag(markup, '<input');
    expect(input).toContain('id="title"');
    expect(input).toContain('aria-describedby="title-hint title-error"');
    expect(input).toContain('aria-invalid="true"');
    expect(input).toContain('dir="auto"');
    expect(markup).toContain('<label class="z-field__label" for="title">Title</label>');
    expect(tag(markup, 'id="title-hint"')).toContain('<p');
    expect(tag(markup, 'id="title-error"')).toContain('<p');
  });

  test('name no description that is not there', () => {
    const input = tag(html(<TextInput name="title" label="Title" />), '<input');
    expect(input).not.toContain('aria-describedby');
    expect(input).not.toContain('aria-invalid');
  });

  test('a text area says its limit without a script and cuts nothing off', () => {
    const markup = html(
      <TextArea name="text" label="Text" limit={4000} limitHint="At most 4,000" remaining={() => 'x'} />,
    );
    const area = tag(markup, '<textarea');
    expect(area).toContain('aria-describedby="text-limit"');
    expect(area).not.toContain('maxLength');
    expect(markup).toContain('<span id="text-limit">At most 4,000</span>');
  });

  test('a select keeps the language of its options', () => {
    const options = [{ value: 'ar', label: 'العربية', lang: 'ar' }];
    expect(html(<Select name="lang" label="Language" options={options} />)).toContain('lang="ar"');
  });

  test('radios are a group with a legend, and the first one is where an error leads', () => {
    const options = ['a', 'b'].map((value) => ({ value, label: value }));
    const markup = html(
      <RadioGroup name="kind" legend="Kind" options={options} error="Choose one" defaultValue="b" />,
    );
    expect(tag(markup, '<fieldset')).toContain('aria-describedby="kind-error"');
    expect(markup).toContain('<legend');
    expect(tag(markup, 'value="a"')).toContain('id="kind"');
    expect(tag(markup, 'value="b"')).toContain('checked');
    expect(markup.match(/name="kind"/g)).toHaveLength(2);
  });

  test('the summary of errors is announced, can take the focus and leads to the fields', () => {
    const markup = html(
      <ErrorSummary title="Look at one thing" errors={[{ href: '#title', text: 'Write a title' }]} />,
    );
    expect(tag(markup, 'role="alert"')).toContain('tabindex="-1"');
    expect(markup).toContain('<a href="#title">Write a title</a>');
  });
});

describe('acts', () => {
  test('a button is a button, and a link with href', () => {
    expect(html(<Button name="draft">Save</Button>)).toMatch(/^<button [^>]*name="draft"/);
    expect(html(<Button href="/x">Go</Button>)).toMatch(/^<a [^>]*href="\/x"/);
    expect(html(<Button as="summary">Open</Button>)).toMatch(/^<summary /);
  });

  test('support says whether it is given, and leads a visitor on', () => {
    const texts = { label: 'Support', count: '12', countWord: 'supporters' };
    expect(tag(html(<SupportButton {...texts} pressed />), '<button')).toContain('aria-pressed="true"');
    expect(tag(html(<SupportButton {...texts} />), '<button')).toContain('aria-pressed="false"');
    const link = html(<SupportButton {...texts} href="/sign-in" />);
    expect(link).toContain('<a');
    expect(link).not.toContain('aria-pressed');
  });

  test('a menu opens without a script and marks the current entry in its own language', () => {
    const markup = html(
      <Menu label="Deutsch" prefix="Sprache">
        <MenuItem href="?lang=ar" lang="ar">
          العربية
        </MenuItem>
        <MenuItem name="lang" value="de" current>
          Deutsch
        </MenuItem>
      </Menu>,
    );
    expect(markup).toMatch(/^<details[^>]*><summary/);
    expect(tag(markup, 'lang="ar"')).toContain('href="?lang=ar"');
    expect(tag(markup, 'value="de"')).toContain('aria-current="true"');
  });
});

describe('finding one’s way', () => {
  const items = Array.from({ length: 6 }, (_, n) => ({
    href: `/${n}`,
    label: `To ${n}`,
    icon: null,
    current: n === 1,
  }));
  const shell = html(
    <AppShell
      skipLabel="Skip"
      accent="plum"
      brand={{ name: 'Graz', href: '/', mark: null }}
      language="Deutsch"
      navigation={{ label: 'Main', items }}
      footer="Foot"
    >
      Content
    </AppShell>,
  );

  test('the frame has each landmark once and begins with the way to the content', () => {
    for (const landmark of ['header', 'nav', 'main', 'footer']) {
      expect(shell.match(new RegExp(`<${landmark}[ >]`, 'g'))).toHaveLength(1);
    }
    expect(shell).toMatch(/^<div[^>]*data-accent="plum"><a class="z-skip" href="#main">Skip<\/a>/);
    expect(tag(shell, '<main')).toContain('id="main"');
  });

  test('there are at most five destinations, one of them current', () => {
    expect(shell.match(/z-nav__link/g)).toHaveLength(5);
    expect(tag(shell, 'href="/1"')).toContain('aria-current="page"');
  });

  test('the way back up is a named navigation', () => {
    expect(html(<Breadcrumb label="You are here" items={[{ href: '/', label: 'Graz' }]} />)).toContain(
      '<nav class="z-crumbs" aria-label="You are here">',
    );
  });

  test('pages are links with their relation, and nothing where there are none', () => {
    const markup = html(<Pagination label="Pages" next={{ href: '?after=x', label: 'More ideas' }} />);
    expect(tag(markup, 'href="?after=x"')).toContain('rel="next"');
    expect(html(<Pagination label="Pages" />)).toBe('');
  });

  test('filters fold without a script', () => {
    expect(html(<FilterBar label="Filter">x</FilterBar>)).toMatch(/^<details class="z-filter"><summary/);
    expect(
      html(
        <FilterBar label="Filter" open>
          x
        </FilterBar>,
      ),
    ).toContain('<details class="z-filter" open="">');
  });

  test('a path marks the step where a thing stands', () => {
    const steps = ['published', 'review', 'answered'].map((key) => ({ key, label: key }));
    const markup = html(<StatePath label="State" steps={steps} current="review" />);
    expect(tag(markup, '<ol')).toContain('aria-label="State"');
    expect(markup.match(/aria-current="step"/g)).toHaveLength(1);
    expect(markup.match(/z-path__step--past/g)).toHaveLength(1);
  });
});

describe('what people wrote', () => {
  test('keeps its language and direction', () => {
    expect(html(<UserText lang="ar">مرحبا</UserText>)).toBe(
      '<div class="z-usertext" lang="ar" dir="auto">مرحبا</div>',
    );
    expect(tag(html(<Card title="Vrt" href="/1" lang="sl" dir="ltr" />), '<h3')).toContain(
      'lang="sl" dir="ltr"',
    );
    expect(html(<Tag>Парк</Tag>)).toContain('<bdi>Парк</bdi>');
  });

  test('is escaped wherever it is not said to be sanitised', () => {
    const nasty = '<img src=x onerror=alert(1)>';
    const places = [
      <UserText key="1">{nasty}</UserText>,
      <Diff key="2" parts={[{ kind: 'added', text: nasty }]} addedLabel="added" removedLabel="removed" />,
      <Avatar key="3" name={nasty} size="small" />,
      <Tag key="4">{nasty}</Tag>,
    ];
    for (const place of places) expect(html(place)).not.toContain('<img');
    expect(html(<Prose html="<p>clean</p>" />)).toContain('><p>clean</p></div>');
  });

  test('a picture of a name is stable and silent', () => {
    const picture = (name: string) => html(<Avatar name={name} size="small" />);
    expect(picture('Олена')).toBe(picture('Олена'));
    expect(picture('Олена')).not.toBe(picture('Amir'));
    expect(picture('Amir')).toContain('aria-hidden="true"');
    expect(() => picture('')).not.toThrow();
  });

  test('changes are marked up and spoken', () => {
    const parts = [
      { kind: 'removed', text: 'old' },
      { kind: 'added', text: 'new' },
    ] as const;
    const markup = html(<Diff parts={parts} addedLabel="added" removedLabel="removed" />);
    expect(markup).toContain('<del><span class="z-hidden">[removed] </span>old</del>');
    expect(markup).toContain('<ins><span class="z-hidden">[added] </span>new</ins>');
  });

  test('a comment is a named article with its replies as a list', () => {
    const markup = html(
      <CommentFrame
        id="c1"
        label="Comment by Amir"
        replies={
          <CommentFrame id="c2" label="Reply">
            Yes
          </CommentFrame>
        }
      >
        Hello
      </CommentFrame>,
    );
    expect(tag(markup, 'id="c1"')).toContain('aria-label="Comment by Amir"');
    expect(markup).toMatch(/<ol class="z-comment__replies"><li/);
  });
});

describe('what is said', () => {
  test('news is polite and a button once it can be shown', () => {
    expect(html(<LiveRegion />)).toBe('<div role="status" class="z-hidden"></div>');
    expect(html(<LiveRegion message="3 new" onShow={() => undefined} />)).toContain('<button type="button"');
  });

  test('a notice is a status unless it belongs to the page', () => {
    expect(html(<Notice>Saved</Notice>)).toContain('role="status"');
    expect(html(<Notice announce={false}>Rules</Notice>)).not.toContain('role=');
  });

  test('a state is a word beside a shape that is not read', () => {
    const markup = html(<StateMark state="hidden">Hidden</StateMark>);
    expect(tag(markup, '<svg')).toContain('aria-hidden="true"');
    expect(markup).toContain('</svg>Hidden</span>');
  });

  test('a table names its rows and columns', () => {
    const markup = html(
      <DataTable
        caption="Ideas"
        rows={[{ title: 'Park', supports: 4 }]}
        rowKey={(row) => row.title}
        columns={[
          { key: 't', label: 'Title', cell: (row) => row.title },
          { key: 's', label: 'Supports', cell: (row) => row.supports, numeric: true },
        ]}
      />,
    );
    expect(markup).toContain('<caption>Ideas</caption>');
    expect(markup).toContain('<th scope="row">Park</th>');
    expect(tag(markup, 'data-label="Supports"')).toContain('z-table__number');
  });
});
