using Microsoft.Playwright;

namespace SupportGrid.Web.Tests.Hosting;

/// <summary>One headless Chromium for all tests; each test has contexts of its own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--force-color-profile=srgb", "--font-render-hinting=none",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>How long a page may take to come to what is expected of it; the machine may be busy.</summary>
    public static float PatienceMs => 60_000;

    public async Task InitializeAsync()
    {
        if (Machine.WhyNoBrowser is not null)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(PatienceMs);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Machine.Chromium, Headless = true, Args = Arguments,
        });
    }

    /// <summary>A person with a browser of their own: storage, language, theme.</summary>
    public async Task<Visitor> VisitAsync(Uri pages, Looks? looks = null)
    {
        var look = looks ?? new Looks();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = pages.ToString(),
            Locale = look.Locale,
            ColorScheme = look.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            TimezoneId = "UTC",
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(PatienceMs);
        return new Visitor(context, await context.NewPageAsync());
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>How somebody looks at a page.</summary>
public sealed record Looks(string Locale = "en-GB", bool IsDark = false, int Width = 1440, int Height = 900);

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
