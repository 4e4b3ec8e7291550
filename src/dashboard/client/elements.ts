/** A new element with its attributes and children; strings become text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

/** A button with its action. */
export function makeButton(text: string, act: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button' }, text)
  button.addEventListener('click', act)
  return button
}

/** A control with its label. */
export function labelled(text: string, control: HTMLElement, name = ''): HTMLLabelElement {
  return make('label', name === '' ? {} : { class: name }, text, control)
}
