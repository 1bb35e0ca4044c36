import { html, scriptJson } from './html.ts';

describe('markup', () => {
  it('escapes every text that is put in, in elements and attributes', () => {
    expect(html`<b title="${'"\'&'}">${'<script>'}</b>`.text).toBe(
      '<b title="&quot;&#39;&amp;">&lt;script&gt;</b>',
    );
  });

  it('keeps markup, joins lists, writes numbers, and leaves out null', () => {
    const items = [1, 2].map((item) => html`<li>${item}</li>`);
    expect(html`${items}${null}`.text).toBe('<li>1</li><li>2</li>');
  });
});

describe('JSON in a script', () => {
  it('cannot end its element', () => {
    const text = '</script><!-- & "';
    expect(scriptJson([text]).text).not.toContain('<');
    expect(JSON.parse(scriptJson([text]).text)).toEqual([text]);
  });
});
