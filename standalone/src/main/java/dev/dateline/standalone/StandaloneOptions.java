package dev.dateline.standalone;

import dev.dateline.store.StoreSettings;
import java.nio.file.Path;

/**
 * What to start, and where.
 *
 * @param data folder that everything durable lies under; made if missing
 * @param port of the gateway, 0 for a free one
 * @param explorerPort of the explorer, 0 for a free one
 * @param extractors consumer threads that recognise
 * @param savers consumer threads that save
 * @param batchSize posts per extractor's transaction
 */
public record StandaloneOptions(
        Path data, int port, int explorerPort, int extractors, int savers, int batchSize, StoreSettings.Type store) {}
