using System.Globalization;
using System.Text;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Sqlite;

// Appends to a data folder with several writers until it is killed (or its input ends). It prints its process id once
// the folder is open, and each append only after the store has acknowledged it: "stream version", one a line;
// "unavailable" when the storage failed. Whoever kills it knows what must have survived.
// usage: SupportGrid.EventStore.CrashProbe <data folder> <writers>
var writers = int.Parse(args[1], CultureInfo.InvariantCulture);
var body = Encoding.UTF8.GetBytes("""{"probe":true}""");
await using var store = await SqliteEventStore.OpenAsync(new EventStoreOptions { DataFolder = args[0] });
var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
await output.WriteLineAsync(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
await await Task.WhenAny([Task.Run(Console.In.ReadToEnd), .. Enumerable.Range(0, writers).Select(AppendForeverAsync)]);
return 1;

async Task AppendForeverAsync(int writer)
{
    var stream = $"probe/{writer}";
    var version = await VersionAsync(stream);
    while (true)
    {
        try
        {
            var appended = (AppendResult.Appended)await store.AppendAsync(Request(writer, stream, version));
            version = appended.Version;
            await output.WriteLineAsync($"{stream} {version}");
        }
        catch (EventStoreUnavailableException)
        {
            // What became of the append is unknown until the stream is read again.
            await output.WriteLineAsync("unavailable");
            version = await VersionAsync(stream);
        }
    }
}

AppendRequest Request(int writer, string stream, long version)
{
    var eventId = new Guid(writer, 0, 0, BitConverter.GetBytes(version + 1));
    return new AppendRequest(
        "crash", stream, version, [new NewEvent(eventId, "probed", 1, DateTimeOffset.UnixEpoch, body)])
    {
        Reactions = [new NewReaction(0, 0, "note", body)],
        Claims = [$"{stream}@{version + 1}"],
    };
}

async Task<long> VersionAsync(string stream) =>
    (await store.ReadStreamAsync("crash", stream, 0, int.MaxValue)).Count;
