import type { ReactNode } from "react";
import { Button, Tooltip, TooltipTrigger } from "react-aria-components";
import "./hint.css";

interface Props {
  /** What stands there. */
  readonly children: ReactNode;
  /** What it means: shown on hover and on focus, and read to who hears the page. */
  readonly hint: ReactNode;
  readonly className?: string;
}

/** A figure with its explanation. */
export function Hint({ children, hint, className = "" }: Props) {
  return (
    <TooltipTrigger delay={250} closeDelay={80}>
      <Button className={`hint-anchor ${className}`}>{children}</Button>
      <Tooltip className="hint" offset={6}>{hint}</Tooltip>
    </TooltipTrigger>
  );
}
