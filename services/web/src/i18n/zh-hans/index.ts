import { shell } from "./shell";

export const messages = { ...shell };
