namespace SupportGrid.Gateway.Identity;

/// <summary>Secrets that are made on the first start and kept in files that only their owner can read.</summary>
internal static class SecretFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>What the file holds; made if it is not there.</summary>
    /// <exception cref="IOException">The file cannot be read, written or kept to its owner.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static byte[] Open(string path, Func<byte[]> make)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            Create(path, make());
        }

        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerOnly)
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }

        return File.ReadAllBytes(path);
    }

    /// <summary>Written whole under another name first: a crash never leaves half a secret.</summary>
    private static void Create(string path, byte[] secret)
    {
        var draft = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(draft, options))
        {
            file.Write(secret);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process started at the same time and was first: its secret counts.
            File.Delete(draft);
        }
    }
}
