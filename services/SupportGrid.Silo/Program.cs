#if SUPPORTGRID_CLUSTER
using System.CommandLine;
using SupportGrid.Silo.Hosting;

// The host ends on SIGTERM by itself; the command line must not cut that short.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await SiloCommand.Build().Parse(args).InvokeAsync(configuration);
#else
await Console.Error.WriteLineAsync(
    "This is the standalone edition, in which SupportGrid.Standalone holds the actors: build with "
    + "-p:SupportGridEdition=cluster to run silos of their own.");
return 1;
#endif
