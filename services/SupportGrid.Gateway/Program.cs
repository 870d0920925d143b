#if SUPPORTGRID_CLUSTER
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using SupportGrid.EventStore;
using SupportGrid.Gateway;

// Clustering comes from the section "Orleans" of the configuration.
var builder = WebApplication.CreateBuilder(args);
builder.UseOrleansClient(_ => { });
builder.AddSupportGridGateway(new GatewayOptions
{
    DataFolder = builder.Configuration["SupportGrid:DataFolder"] ?? "data",
});
if (!builder.Services.Any(s => s.ServiceType == typeof(IEventStore)))
{
    await Console.Error.WriteLineAsync(
        "A gateway of its own reads the log that the silos write; this build has no log that several processes share.");
    return 1;
}

var app = builder.Build();
app.MapSupportGridGateway();
await app.RunAsync();
return 0;
#else
await Console.Error.WriteLineAsync(
    "The gateway runs on its own only in the cluster edition, where silos are other processes. "
    + "This is the standalone edition: start SupportGrid.Standalone, which has the gateway inside.");
return 1;
#endif
