using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Sqlite;
using SupportGrid.Gateway.Identity;
using SupportGrid.Standalone.Demo;

namespace SupportGrid.Standalone;

/// <summary>Opens the data folder, starts silo and gateway, waits for the end.</summary>
public static class StandaloneServer
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(StandaloneOptions options, CancellationToken stop)
    {
        if (options.Demo && options.Identity.Oidc is not null)
        {
            await Console.Error.WriteLineAsync("supportgrid: --demo needs the local issuer; leave out --oidc-authority.");
            return ExitCodes.Usage;
        }

        try
        {
            await using var store = await SqliteEventStore.OpenAsync(
                new EventStoreOptions { DataFolder = options.DataFolder });
            PortProbe.Check(options);
            await using var app = StandaloneHost.Build(options, store);
            await app.StartAsync(stop);
            var ports = PortsOf(app);
            var issuer = app.Services.GetService<LocalIssuer>();
            if (issuer is not null)
            {
                AdminTokenFile.Write(issuer, options.DataFolder, options.Tenant);
            }

            Console.WriteLine(
                $"SupportGrid is ready: gRPC on {options.Listen}:{ports.Grpc}, HTTP on {options.Listen}:{ports.Http}, "
                + $"data in {Path.GetFullPath(options.DataFolder)}.");
            SayPages(options, issuer, ports.Http);
            return await UntilStoppedAsync(app, options, issuer, ports.Grpc);
        }
        catch (Exception e) when (StartupProblem.Of(e) is { } problem)
        {
            await Console.Error.WriteLineAsync("supportgrid: " + problem.Sentence);
            return problem.ExitCode;
        }
    }

    private static void SayPages(StandaloneOptions options, LocalIssuer? issuer, int httpPort)
    {
        var isAny = options.Listen.Equals(IPAddress.Any) || options.Listen.Equals(IPAddress.IPv6Any);
        var pages = new UriBuilder("http", $"{(isAny ? IPAddress.Loopback : options.Listen)}", httpPort).Uri;
        if (options.Demo && issuer is not null)
        {
            Console.WriteLine("Open one of these in a browser:");
            foreach (var line in DemoLinks.Of(issuer, pages))
            {
                Console.WriteLine("  " + line);
            }
        }
        else
        {
            Console.WriteLine(
                $"Desk, wallboard and the other pages are at {pages}; the command \"token\" makes tokens to sign in with.");
        }
    }

    private static async Task<int> UntilStoppedAsync(
        WebApplication app, StandaloneOptions options, LocalIssuer? issuer, int grpcPort)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        var code = ExitCodes.Ended;
        if (options.Demo && issuer is not null)
        {
            code = await DemoRunner.RunAsync(options, issuer, grpcPort, stopping);
            if (!stopping.IsCancellationRequested)
            {
                app.Lifetime.StopApplication();
            }
        }

        await app.WaitForShutdownAsync(CancellationToken.None);
        return code;
    }

    private static (int Http, int Grpc) PortsOf(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        var ports = addresses.Addresses.Select(a => BindingAddress.Parse(a).Port).ToArray();
        return (ports[0], ports[1]);
    }
}
