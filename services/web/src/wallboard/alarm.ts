/** Two short notes. A browser lets a page sound only after somebody has pressed something in it. */
export class Alarm {
  private context: AudioContext | undefined;

  /** Whether the browser lets it sound now; to be called when somebody presses something. */
  async allow(): Promise<boolean> {
    this.context ??= new AudioContext();
    await this.context.resume();
    return this.context.state === "running";
  }

  /** False: the browser keeps the sound back. */
  play(): boolean {
    this.context ??= new AudioContext();
    if (this.context.state !== "running") return false;
    this.note(this.context, 740, 0);
    this.note(this.context, 988, 0.16);
    return true;
  }

  close(): void {
    void this.context?.close();
    this.context = undefined;
  }

  private note(context: AudioContext, hertz: number, after: number): void {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const start = context.currentTime + after;
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.18, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.32);
  }
}
