using System.CommandLine;
using SupportGrid.Replay;
using SupportGrid.Standalone;

// The host ends on SIGTERM by itself, after it has drained; the command line must not cut that short.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await CommandLine.InvokeAsync(StandaloneCommand.Build(), args, configuration);
