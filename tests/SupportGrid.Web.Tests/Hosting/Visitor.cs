using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SupportGrid.Web.Tests.Hosting;

/// <summary>A person in front of a page. What the page reports as an error is kept and may be asked for.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _mishaps = new();

    public Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _mishaps.Enqueue(error);
        page.Console += (_, message) => See(message);
        page.Request += (_, request) => Requested.Enqueue(request.Url);
    }

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    /// <summary>Every address that the page asked for.</summary>
    public ConcurrentQueue<string> Requested { get; } = new();

    /// <summary>Errors of scripts, and what the Content-Security-Policy stopped. Failed connections are none.</summary>
    public IReadOnlyCollection<string> Mishaps => _mishaps;

    /// <summary>Opens a page as its links do: with the token behind the "#".</summary>
    public async Task OpenAsync(string page, string token) => await Page.GotoAsync($"/{page}#token={token}");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void See(IConsoleMessage message)
    {
        if (message.Type == "error" && !message.Text.Contains("net::ERR_", StringComparison.Ordinal)
            && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
        {
            _mishaps.Enqueue(message.Text);
        }
    }
}
