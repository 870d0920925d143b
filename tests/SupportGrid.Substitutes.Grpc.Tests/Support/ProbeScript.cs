using Grpc.Core;

namespace SupportGrid.Substitutes.Grpc.Tests.Support;

/// <summary>What the probe does; by default it echoes.</summary>
public sealed class ProbeScript
{
    public UnaryServerMethod<ProbeRequest, ProbeReply> Ask { get; set; } = (request, _) => Task.FromResult(Reply(request));

    public ServerStreamingServerMethod<ProbeRequest, ProbeReply> Watch { get; set; } = async (request, responses, _) =>
    {
        for (var i = 0; i < request.Count; i++)
        {
            await responses.WriteAsync(new ProbeReply { Text = $"{request.Text}{i}" });
        }
    };

    public ClientStreamingServerMethod<ProbeRequest, ProbeReply> Collect { get; set; } = async (requests, context) =>
    {
        var texts = new List<string>();
        await foreach (var request in requests.ReadAllAsync(context.CancellationToken))
        {
            texts.Add(request.Text);
        }

        return new ProbeReply { Text = string.Join(',', texts) };
    };

    public DuplexStreamingServerMethod<ProbeRequest, ProbeReply> Talk { get; set; } = async (requests, responses, context) =>
    {
        await foreach (var request in requests.ReadAllAsync(context.CancellationToken))
        {
            await responses.WriteAsync(Reply(request));
        }
    };

    private static ProbeReply Reply(ProbeRequest request) => new() { Text = request.Text, Body = request.Body };
}
