using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SupportGrid.Empathy.Models;

namespace SupportGrid.Empathy.Tests.Models;

public sealed class ModelFileTests
{
    [Fact]
    public void Read_WhatWasWritten_ScoresTheSame()
    {
        var read = ModelFile.Read(Fixed.File);
        Assert.Equal(Fixed.File, ModelFile.Write(read));
        Assert.Equal(
            Fixed.Score(Fixed.Model, "the kettle is awful").Scores, Fixed.Score(read, "the kettle is awful").Scores);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(40)]
    [InlineData(1_000)]
    public void Read_FileCutShort_SaysSo(int bytes)
    {
        var fault = Assert.Throws<ModelFormatException>(() => ModelFile.Read(Fixed.File.AsSpan(0, bytes)));
        Assert.Equal(bytes < 4 ? ModelFault.Foreign : ModelFault.Damaged, fault.Fault);
    }

    [Fact]
    public void Read_AnyBitFlipped_IsRefused()
    {
        var file = Fixed.File;
        for (var at = 0; at < file.Length; at += 97)
        {
            file[at] ^= 0x10;
            Assert.Throws<ModelFormatException>(() => ModelFile.Read(file));
            file[at] ^= 0x10;
        }
    }

    [Fact]
    public void Read_NewerFormat_AsksForAnUpdate()
    {
        var file = Fixed.File;
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(4), ModelFile.FormatVersion + 1);
        var fault = Assert.Throws<ModelFormatException>(() => ModelFile.Read(file));
        Assert.Equal(ModelFault.Newer, fault.Fault);
        Assert.Contains("Update", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a zip file, perhaps")]
    [InlineData("{}")]
    public void Read_SomethingElse_IsForeign(string content) => Assert.Equal(
        ModelFault.Foreign, Assert.Throws<ModelFormatException>(() => ModelFile.Read(Encoding.UTF8.GetBytes(content))).Fault);

    [Theory]
    [InlineData("\"bits\":10", "\"bits\":29")]
    [InlineData("\"bits\":10", "\"bits\":11")]
    [InlineData("\"decision\":\"OneLabel\"", "\"decision\":\"ManyOnes\"")]
    [InlineData("\"name\":\"glad\"", "\"nome\":\"glad\"")]
    [InlineData("{", "[")]
    public void Read_WellSignedNonsense_IsUnsound(string from, string to)
    {
        var file = Fixed.File;
        var header = Encoding.UTF8.GetString(file, 12, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(8)));
        var at = header.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, header);
        Encoding.UTF8.GetBytes(string.Concat(header.AsSpan(0, at), to, header.AsSpan(at + from.Length))).CopyTo(file.AsSpan(12));
        Sign(file);
        Assert.Equal(ModelFault.Unsound, Assert.Throws<ModelFormatException>(() => ModelFile.Read(file)).Fault);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Read_ImpossibleHeaderLength_IsUnsound(int length)
    {
        var file = Fixed.File;
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), length);
        Sign(file);
        Assert.Equal(ModelFault.Unsound, Assert.Throws<ModelFormatException>(() => ModelFile.Read(file)).Fault);
    }

    private static void Sign(byte[] file) =>
        SHA256.HashData(file.AsSpan(0, file.Length - 32), file.AsSpan(file.Length - 32));
}
