/** Names that a pull request could give to a job, a branch or a repository. */
export function hostileNames(): string[] {
  return [
    '<script>document.title="owned"</script><img src=x onerror="document.title=1">',
    ']]><svg onload=alert(1)><foreignObject><iframe src="javascript:alert(1)">',
    '\u202Egnp.exe\u2066 <a href="javascript:alert(1)">x</a> \u0007\u001B[31m',
    '"><style>*{display:none}</style></details></sub>\n\n# Heading\n\n| a | b |\n| - | - |\n',
    '\u200B\u200B\uFEFF\u2063\u00AD',
    '&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &amp;amp; &nbsp;&NewLine;&Tab;&#x1F4A9;',
    '\u001B]8;;https://evil.example\u0007click\u001B]8;;\u0007 \u009B31m \u001B[2J\u001B[1;1H${{ github.token }}',
    '```\n```mermaid\n``| a || \\| `b` |\r\n%%{init: {}}%% <!-- --> <details open> ~~~ $$x$$ [a]: http://x',
    `${'<b>漢字|`@everyone #1'.repeat(600)}`.slice(0, 10_000),
    `${'x'.repeat(10_000)}`,
    'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
  ]
}
