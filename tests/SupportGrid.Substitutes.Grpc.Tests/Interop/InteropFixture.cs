using Microsoft.AspNetCore.Builder;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Interop;

/// <summary>Our server with the interop service.</summary>
public sealed class InteropFixture : IAsyncLifetime
{
    private TestHost? _host;

    internal TestHost Host => _host ?? throw new InvalidOperationException("The fixture is not started.");

    public async Task InitializeAsync() =>
        _host = await TestHost.StartAsync(app => app.MapGrpcService<InteropService>());

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
