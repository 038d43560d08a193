package dev.dateline.system.faults;

import java.time.Duration;
import java.util.List;

/** What can go wrong. A fault strikes at once and lasts as long as it does, while others strike; those of the store one at a time. */
enum Fault {
    EXTRACTOR_KILLED {
        @Override
        void strike(Scene scene) {
            scene.killAndRestart(scene.oneOf(scene.cluster().extractors().subList(0, 2)));
        }
    },
    SAVER_KILLED {
        @Override
        void strike(Scene scene) {
            scene.killAndRestart(scene.oneOf(scene.cluster().savers()));
        }
    },
    GATEWAY_KILLED {
        @Override
        void strike(Scene scene) {
            scene.killAndRestart(scene.cluster().gateway());
        }
    },
    BROKER_KILLED {
        @Override
        void strike(Scene scene) {
            scene.killAndRestart(scene.cluster().broker());
        }
    },
    /** It does not know that it was declared dead, and goes on where it was. */
    EXTRACTOR_FROZEN {
        @Override
        void strike(Scene scene) {
            scene.freeze(scene.oneOf(scene.cluster().extractors().subList(0, 2)));
        }
    },
    SAVER_FROZEN {
        @Override
        void strike(Scene scene) {
            scene.freeze(scene.oneOf(scene.cluster().savers()));
        }
    },
    EXTRACTOR_ENDED {
        @Override
        void strike(Scene scene) {
            scene.terminateAndRestart(scene.oneOf(scene.cluster().extractors().subList(0, 2)));
        }
    },
    SAVER_ENDED {
        @Override
        void strike(Scene scene) {
            scene.terminateAndRestart(scene.oneOf(scene.cluster().savers()));
        }
    },
    GATEWAY_ENDED {
        @Override
        void strike(Scene scene) {
            scene.terminateAndRestart(scene.cluster().gateway());
        }
    },
    /** From two to three, and back. */
    EXTRACTORS_SCALED {
        @Override
        void strike(Scene scene) {
            Jvm third = scene.cluster().extractors().get(2);
            scene.meanwhile(() -> {
                if (!third.isAlive()) {
                    third.start();
                    Pause.of(LASTING);
                    third.terminate();
                }
            });
        }
    },
    /** Until a saver gave up on it, whatever else keeps savers busy. */
    STORE_AWAY {
        @Override
        void strike(Scene scene) {
            scene.meanwhile(() -> scene.store().isAway(scene::awaitSaverThatWaits));
        }
    },
    STORE_SLOW {
        @Override
        void strike(Scene scene) {
            scene.meanwhile(() -> scene.store().isSlow(COMMITS));
        }
    },
    STORE_LOSES_ANSWERS {
        @Override
        void strike(Scene scene) {
            scene.meanwhile(() -> scene.store().losesAnswers(COMMITS));
        }
    },
    UPLOADER_RESTARTED {
        @Override
        void strike(Scene scene) {
            scene.load().restart();
        }
    },
    /** At the same time, as when two people send the same file. */
    SECOND_UPLOADER {
        @Override
        void strike(Scene scene) {
            List<String> posts = scene.load().recent();
            scene.meanwhile(() -> scene.sendAgain(posts));
        }
    },
    /** All in one partition, of what takes the recogniser longest. */
    SLOW_POSTS {
        @Override
        void strike(Scene scene) {
            scene.meanwhile(scene::sendSlow);
        }
    },
    POISON_POSTS {
        @Override
        void strike(Scene scene) {
            scene.meanwhile(() -> scene.strangers().sendPoison());
        }
    },
    /** The last of a partition is nothing that anyone may read. */
    BATCH_ABORTED {
        @Override
        void strike(Scene scene) {
            scene.meanwhile(() -> scene.strangers().abort());
        }
    },
    /** The process that wrote it is gone; for a while nobody may read what comes after it. */
    BATCH_ABANDONED {
        @Override
        void strike(Scene scene) {
            scene.meanwhile(() -> scene.strangers().abandon());
        }
    };

    /** Longer than a group's patience with a silent member, of 6 s, and than others need to take over on a busy machine. */
    static final Duration LASTING = Duration.ofSeconds(15);

    /** Several of a saver's, also when each takes seconds. */
    private static final Duration COMMITS = Duration.ofSeconds(9);

    abstract void strike(Scene scene);
}
