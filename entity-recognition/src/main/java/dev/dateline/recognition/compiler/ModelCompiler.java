package dev.dateline.recognition.compiler;

import dev.dateline.recognition.crf.Lexicon;
import dev.dateline.recognition.crf.ModelOutput;
import dev.dateline.recognition.crf.Models;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Compiles two models of CoreNLP into one file, unless that file was compiled from them already. */
public final class ModelCompiler {

    private ModelCompiler() {}

    /**
     * @param args the model that finds names, the one that finds MISC, and the file to write
     * @throws UnsupportedModelException if a model asks for what the decoder does not do
     */
    public static void main(String... args) throws IOException {
        compile(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    }

    static void compile(Path names, Path misc, Path file) throws IOException {
        String source = fingerprint(names, misc);
        if (source.equals(sourceOf(file))) {
            return;
        }
        Models models = compile(SerializedCrf.read(names), SerializedCrf.read(misc));
        Files.createDirectories(file.toAbsolutePath().getParent());
        // A build that is broken off leaves no half file behind.
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "models", ".tmp");
        try (var out = new ModelOutput(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
            models.write(source, out);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Models compile(SerializedCrf names, SerializedCrf misc) {
        if (!names.lexicon().equals(misc.lexicon())) {
            throw new IllegalStateException("the two models differ in their clusters of words");
        }
        return new Models(
                Lexicon.of(names.lexicon(), names.flags().unknownWordDistSimClass),
                CrfCompiler.compile(names),
                CrfCompiler.compile(misc));
    }

    /** What an existing file was compiled from; empty if there is none of this layout. */
    private static String sourceOf(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return Models.sourceOf(in);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private static String fingerprint(Path... files) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
