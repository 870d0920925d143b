#if SUPPORTGRID_CLUSTER
using System.CommandLine;
using SupportGrid.Gateway.Hosting;

// The host ends on SIGTERM by itself, after it has drained; the command line must not cut that short.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await GatewayCommand.Build().Parse(args).InvokeAsync(configuration);
#else
await Console.Error.WriteLineAsync(
    "The gateway runs on its own only in the cluster edition, where silos are other processes. "
    + "This is the standalone edition: start SupportGrid.Standalone, which has the gateway inside.");
return 1;
#endif
