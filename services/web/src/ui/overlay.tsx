import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useText } from "../i18n/use-text";
import { Button } from "./button";
import "./overlay.css";

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly isWide?: boolean;
}

/** A dialog over the page: the focus stays in it, Escape closes it and gives the focus back. */
export function Overlay({ title, isOpen, onClose, children, isWide = false }: Props) {
  const t = useText();
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={isWide ? "overlay-window overlay-wide" : "overlay-window"}>
        <Dialog className="overlay-dialog">
          <header className="overlay-head">
            <Heading slot="title">{title}</Heading>
            <Button kind="ghost" isIcon aria-label={t("close")} onPress={onClose}><X aria-hidden /></Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
