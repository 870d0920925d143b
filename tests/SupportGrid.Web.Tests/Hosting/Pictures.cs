using Microsoft.Playwright;

namespace SupportGrid.Web.Tests.Hosting;

/// <summary>
/// Pictures for the documents. They are taken where UPDATE_SCREENSHOTS=1 asks for them: fonts differ by machine.
/// </summary>
internal static class Pictures
{
    private static readonly bool IsAsked = Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1";

    public static async Task TakeAsync(IPage page, string name)
    {
        if (!IsAsked)
        {
            return;
        }

        Directory.CreateDirectory(Machine.Screenshots);
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Machine.Screenshots, name + ".png"), Animations = ScreenshotAnimations.Disabled,
        });
    }
}
