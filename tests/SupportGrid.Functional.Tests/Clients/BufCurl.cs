using System.Globalization;
using System.Text.Json;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Clients;

/// <summary>
/// <c>buf curl</c> against the server, in one of the ways in which it can call and learn what to call.
/// </summary>
/// <param name="port">Of the server.</param>
/// <param name="how">Options of the protocol and of the schema.</param>
internal sealed class BufCurl(World world, int port, params string[] how)
{
    private readonly string _run = World.Id("buf");
    private int _requests;

    /// <summary>A request id that was not used yet.</summary>
    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{_run}-{++_requests}");

    /// <summary>A unary call that must succeed.</summary>
    /// <param name="request">JSON, as buf reads it.</param>
    public async Task<JsonElement> CallAsync(string method, string subject, string role, string request)
    {
        var (code, output, error) = await Tool.RunAsync(Tool.Buf, null, Arguments(method, subject, role, request));
        Assert.True(code == 0, $"{method}: {output}{error}");
        using var json = JsonDocument.Parse(output);
        return json.RootElement.Clone();
    }

    /// <summary>A unary call that must fail; the name of its status as buf writes it.</summary>
    public async Task<string> RefusedAsync(string method, string subject, string role, string request)
    {
        var (code, _, error) = await Tool.RunAsync(Tool.Buf, null, Arguments(method, subject, role, request));
        Assert.NotEqual(0, code);
        using var json = JsonDocument.Parse(error);
        return json.RootElement.GetProperty("code").GetString()!;
    }

    /// <summary>A stream that goes on until it is disposed.</summary>
    public BufStream Watch(string method, string subject, string role) =>
        BufStream.Start(Arguments(method, subject, role, "{}"));

    private string[] Arguments(string method, string subject, string role, string request) =>
    [
        "curl", .. how, "-H", "authorization: Bearer " + world.Server.Token(subject, role), "-d", request,
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/supportgrid.v1.{method}"),
    ];
}
