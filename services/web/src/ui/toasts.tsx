import { X } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useText } from "../i18n/use-text";
import { Button } from "./button";
import "./toasts.css";

interface Toast {
  readonly id: number;
  readonly text: string;
}

export interface Toasts {
  readonly all: readonly Toast[];
  readonly say: (text: string) => void;
  readonly drop: (id: number) => void;
}

const SHOWN_MS = 12_000;
const SHOWN_MAX = 4;

/** Short words about what happened. Nothing that must be acted on is said only here. */
export function useToasts(): Toasts {
  const [all, set] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const drop = useCallback((id: number) => set((now) => now.filter((toast) => toast.id !== id)), []);
  const say = useCallback((text: string) => {
    const id = next.current++;
    set((now) => [...now, { id, text }].slice(-SHOWN_MAX));
  }, []);
  return useMemo(() => ({ all, say, drop }), [all, say, drop]);
}

export function ToastList({ toasts }: { readonly toasts: Toasts }) {
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.all.map((toast) => <One key={toast.id} toast={toast} drop={toasts.drop} />)}
    </div>
  );
}

function One({ toast, drop }: { readonly toast: Toast; readonly drop: (id: number) => void }) {
  const t = useText();
  useEffect(() => {
    const timer = setTimeout(() => drop(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast.id, drop]);
  return (
    <div className="toast">
      <span>{toast.text}</span>
      <Button kind="ghost" size="s" isIcon aria-label={t("close")} onPress={() => drop(toast.id)}>
        <X aria-hidden />
      </Button>
    </div>
  );
}
