/** Names that a pull request could give to a job, a branch or a repository. */
export function hostileNames(): string[] {
  return [
    '<script>document.title="owned"</script><img src=x onerror="document.title=1">',
    ']]><svg onload=alert(1)><foreignObject><iframe src="javascript:alert(1)">',
    '\u202Egnp.exe\u2066 <a href="javascript:alert(1)">x</a> \u0007\u001B[31m',
    '"><style>*{display:none}</style></details></sub>\n\n# Heading\n\n| a | b |\n| - | - |\n',
    `${'<b>漢字|`@everyone #1'.repeat(600)}`.slice(0, 10_000),
    `${'x'.repeat(10_000)}`,
    'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
  ]
}
