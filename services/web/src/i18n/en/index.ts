import { desk } from "./desk";
import { shell } from "./shell";
import { wallboard } from "./wallboard";

export const messages = { ...shell, ...desk, ...wallboard };
