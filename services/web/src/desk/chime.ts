let context: AudioContext | undefined;

const NOTES_HZ = [659.25, 880];
const NOTE_S = 0.16;

/** Two short notes, made on the spot: no file, and quiet until the person has touched the page once. */
export function chime(): void {
  context ??= new AudioContext();
  if (context.state === "suspended") void context.resume();
  NOTES_HZ.forEach((frequency, index) => {
    if (context === undefined) return;
    const at = context.currentTime + index * NOTE_S;
    const [note, volume] = [context.createOscillator(), context.createGain()];
    note.type = "sine";
    note.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.18, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_S * 2);
    note.connect(volume).connect(context.destination);
    note.start(at);
    note.stop(at + NOTE_S * 2);
  });
}
