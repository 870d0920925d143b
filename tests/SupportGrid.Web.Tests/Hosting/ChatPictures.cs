using Microsoft.Playwright;

namespace SupportGrid.Web.Tests.Hosting;

/// <summary>
/// Pictures for the documents. They are taken where SG_SCREENSHOTS=1 asks for them: fonts differ by machine.
/// </summary>
internal static class ChatPictures
{
    private static readonly bool IsAsked = Environment.GetEnvironmentVariable("SG_SCREENSHOTS") == "1";

    public static async Task TakeAsync(IPage page, string name)
    {
        if (IsAsked)
        {
            Directory.CreateDirectory(Machine.Screenshots);
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(Machine.Screenshots, name + ".png"), Animations = ScreenshotAnimations.Disabled,
            });
        }
    }
}
