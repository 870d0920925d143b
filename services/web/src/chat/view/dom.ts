type Child = Node | string | undefined;

type Tags = HTMLElementTagNameMap;

type Properties<K extends keyof Tags> = Partial<Omit<Tags[K], "style" | "dataset">> & {
  readonly set?: Readonly<Record<string, string>>;
};

/** An element. Text is always a text node: nothing that anybody writes is ever read as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, properties: Properties<K> = {}, ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const { set, ...own } = properties;
  const element = Object.assign(document.createElement(tag), own);
  for (const [name, value] of Object.entries(set ?? {})) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Writes only what differs, so that screen readers hear a text once. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function show(element: HTMLElement, isShown: boolean): void {
  if (element.hidden === isShown) element.hidden = !isShown;
}

/** Ties a problem's words to its field, or takes them away. */
export function explain(field: HTMLElement, problem: HTMLElement, text: string | undefined): void {
  write(problem, text ?? "");
  show(problem, text !== undefined);
  if (text === undefined) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  } else {
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", problem.id);
  }
}
