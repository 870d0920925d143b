using System.Runtime.Versioning;
using System.Security.Cryptography;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Identity;

[UnsupportedOSPlatform("windows")]
public sealed class LocalKeyTests
{
    [Fact]
    public void Open_FirstAndLaterStarts_GiveTheSameKeyThatOnlyItsOwnerCanRead()
    {
        using var folder = new TempFolder();
        var made = LocalKey.Open(folder.File("new/data"));
        var read = LocalKey.Open(folder.File("new/data"));
        Assert.Equal(made.KeyId, read.KeyId);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(folder.File($"new/data/{LocalKey.FileName}")));
        Assert.Single(Directory.GetFiles(folder.File("new/data")));
    }

    [Fact]
    public void Open_FileThatOthersCanRead_IsTakenFromThem()
    {
        using var folder = new TempFolder();
        LocalKey.Open(folder.Path);
        var path = folder.File(LocalKey.FileName);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        LocalKey.Open(folder.Path);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    public void Open_DamagedFile_SaysWhatToDo(string text)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File(LocalKey.FileName), text);
        var error = Assert.Throws<CryptographicException>(() => LocalKey.Open(folder.Path));
        Assert.Contains("move it away", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_KeyOfAnotherSize_IsRefused()
    {
        using var folder = new TempFolder();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(folder.File(LocalKey.FileName), other.ExportPkcs8PrivateKeyPem());
        Assert.Throws<CryptographicException>(() => LocalKey.Open(folder.Path));
    }

    [Fact]
    public void Open_ManyAtOnce_AgreeOnOneKey()
    {
        using var folder = new TempFolder();
        var ids = new string[16];
        Parallel.For(0, ids.Length, n => ids[n] = LocalKey.Open(folder.Path).KeyId);
        Assert.Single(ids.Distinct());
        Assert.Single(Directory.GetFiles(folder.Path));
    }
}
