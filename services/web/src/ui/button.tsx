import { Button as Pressable, type ButtonProps, composeRenderProps } from "react-aria-components";
import "./button.css";

interface Props extends ButtonProps {
  /** accent: the one thing to do here; danger: cannot be taken back; plain: with an edge; ghost: without. */
  readonly kind?: "accent" | "danger" | "plain" | "ghost";
  readonly size?: "s" | "m" | "l";
  /** Square, for an icon alone; give it an aria-label. */
  readonly isIcon?: boolean;
}

export function Button({ kind = "plain", size = "m", isIcon = false, className, ...rest }: Props) {
  const own = `button button-${kind} button-${size}${isIcon ? " button-icon" : ""}`;
  return (
    <Pressable
      {...rest}
      className={composeRenderProps(className, (given) => (given === undefined ? own : `${own} ${given}`))}
    />
  );
}
