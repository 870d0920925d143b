import { desk } from "./desk";
import { floor } from "./floor";
import { shell } from "./shell";
import { wallboard } from "./wallboard";

export const messages = { ...shell, ...desk, ...wallboard, ...floor };
