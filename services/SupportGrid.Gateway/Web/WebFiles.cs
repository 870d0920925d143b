using System.Collections.Frozen;
using System.Security.Cryptography;

namespace SupportGrid.Gateway.Web;

/// <summary>
/// The built pages, read once. What is not in the table is not there: no path leads out of the folder.
/// </summary>
internal sealed class WebFiles
{
    /// <summary>Folder next to the binaries.</summary>
    public const string FolderName = "web";

    /// <summary>The build gives the files in here names that change with their bytes.</summary>
    private const string HashedFolder = "/assets/";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".mp3"] = "audio/mpeg",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".wav"] = "audio/wav",
        [".webmanifest"] = "application/manifest+json",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, WebFile> _files;

    private WebFiles(Dictionary<string, WebFile> files) => _files = files.ToFrozenDictionary(StringComparer.Ordinal);

    public bool IsEmpty => _files.Count == 0;

    public IEnumerable<string> Paths => _files.Keys;

    /// <summary>Reads a folder; without it there are no pages.</summary>
    public static WebFiles Read(string folder)
    {
        var files = new Dictionary<string, WebFile>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                if (ContentTypes.TryGetValue(Path.GetExtension(file), out var contentType))
                {
                    var path = "/" + Path.GetRelativePath(folder, file).Replace('\\', '/');
                    files[path] = Read(file, path, contentType);
                }
            }
        }

        return new WebFiles(files);
    }

    /// <summary>The file at a path such as "/index.html"; null: there is none.</summary>
    public WebFile? Find(string path) => _files.GetValueOrDefault(path);

    private static WebFile Read(string file, string path, string contentType)
    {
        var plain = File.ReadAllBytes(file);
        return new WebFile(
            contentType,
            plain,
            ReadIfThere(file + ".gz"),
            ReadIfThere(file + ".br"),
            $"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12))}\"",
            path.StartsWith(HashedFolder, StringComparison.Ordinal));
    }

    private static byte[]? ReadIfThere(string file) => File.Exists(file) ? File.ReadAllBytes(file) : null;
}
