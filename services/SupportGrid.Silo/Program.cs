#if SUPPORTGRID_CLUSTER
using System.CommandLine;
using System.CommandLine.Invocation;
using SupportGrid.Silo.Hosting;

// The host ends on SIGTERM by itself; the command line must not cut that short.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
var parsed = SiloCommand.Build().Parse(args);
var code = await parsed.InvokeAsync(configuration);

// The library returns 1 for a wrong command line, as for an exception; operators are promised 2.
return parsed.Action is ParseErrorAction ? 2 : code;
#else
await Console.Error.WriteLineAsync(
    "This is the standalone edition, in which SupportGrid.Standalone holds the actors: build with "
    + "-p:SupportGridEdition=cluster to run silos of their own.");
return 1;
#endif
