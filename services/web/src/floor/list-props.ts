export interface ListProps<T> {
  readonly rows: readonly T[];
  readonly query: URLSearchParams;
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
  readonly onSort: (key: string) => void;
}
