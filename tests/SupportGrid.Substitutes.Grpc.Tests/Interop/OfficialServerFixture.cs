using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Interop;

/// <summary>The official server in a process of its own, and our channel to it.</summary>
public sealed class OfficialServerFixture : IAsyncLifetime
{
    private Process? _process;
    private GrpcChannel? _channel;

    internal InteropCases Cases => new(_channel ?? throw new InvalidOperationException("The server is not started."));

    public async Task InitializeAsync()
    {
        if (RubyPrograms.Server is null)
        {
            return;
        }

        var port = FreePort();
        _process = RubyPrograms.Start(RubyPrograms.Server, $"--port={port}", "--use_tls=false");
        _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        await Eventually.Holds(AnswersAsync, "the official server to answer");
    }

    public Task DisposeAsync()
    {
        _channel?.Dispose();
        _process?.Kill(entireProcessTree: true);
        _process?.Dispose();
        return Task.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> AnswersAsync()
    {
        Assert.False(_process!.HasExited, "The official server ended.");
        try
        {
            await Cases.EmptyUnary();
            return true;
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unavailable)
        {
            return false;
        }
    }
}
