using System.Net;
using SupportGrid.Web.Tests.Hosting;

namespace SupportGrid.Web.Tests.Checks;

/// <summary>How the gateway serves the pages.</summary>
public sealed class ServingTests(Centre centre) : IClassFixture<Centre>, IDisposable
{
    private readonly HttpClient _http =
        new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });

    public void Dispose() => _http.Dispose();

    [BrowserFact]
    public async Task Page_Asked_MayHaveNoInlineScriptsAndNoFrames()
    {
        foreach (var page in new[] { "/", "/desk", "/desk/deep/er", "/wallboard", "/floor", "/admin" })
        {
            using var response = await _http.GetAsync(new Uri(centre.Pages, page));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("no-cache", response.Headers.GetValues("Cache-Control").Single());
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }
    }

    [BrowserFact]
    public async Task Asset_Asked_IsKeptForEverAndCompressed()
    {
        var page = await _http.GetStringAsync(new Uri(centre.Pages, "/desk"));
        var script = page.Split("src=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(centre.Pages, script));
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using var response = await _http.SendAsync(request);
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
        Assert.Contains("immutable", response.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Asset_Unchanged_IsNotSentAgain()
    {
        using var first = await _http.GetAsync(new Uri(centre.Pages, "/desk"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(centre.Pages, "/desk"));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [BrowserFact]
    public async Task Path_OfNothing_IsNoPage()
    {
        foreach (var path in new[] { "/nothing", "/assets/nothing.js", "/deskother", "/..%2f..%2fissuer-key.pem", "/.built" })
        {
            using var response = await _http.GetAsync(new Uri(centre.Pages, path));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }
}
