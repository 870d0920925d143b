#if SUPPORTGRID_CLUSTER
using System.CommandLine;
using System.CommandLine.Invocation;
using SupportGrid.Gateway.Hosting;

// The host ends on SIGTERM by itself, after it has drained; the command line must not cut that short.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
var parsed = GatewayCommand.Build().Parse(args);
var code = await parsed.InvokeAsync(configuration);

// The library returns 1 for a wrong command line, as for an exception; operators are promised 2.
return parsed.Action is ParseErrorAction ? 2 : code;
#else
await Console.Error.WriteLineAsync(
    "The gateway runs on its own only in the cluster edition, where silos are other processes. "
    + "This is the standalone edition: start SupportGrid.Standalone, which has the gateway inside.");
return 1;
#endif
