using System.CommandLine;

// The host ends on SIGTERM by itself, after it has drained; the command line must not cut that short.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await SupportGrid.Standalone.StandaloneCommand.Build().Parse(args).InvokeAsync(configuration);
