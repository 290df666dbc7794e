CREATE TABLE `booking_items` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`booking_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`rate_card_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(120) NOT NULL,
	`quantity` smallint NOT NULL,
	`unit_price_paise` int NOT NULL,
	`discount_paise` int NOT NULL,
	`total_paise` int NOT NULL,
	`duration_minutes` smallint NOT NULL,
	CONSTRAINT `booking_items_id` PRIMARY KEY(`id`),
	CONSTRAINT `booking_items_quantity` CHECK(`booking_items`.`quantity` between 1 and 50),
	CONSTRAINT `booking_items_total` CHECK(`booking_items`.`total_paise` = `booking_items`.`unit_price_paise` * `booking_items`.`quantity` - `booking_items`.`discount_paise`)
);
--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`number` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`user_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`provider_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`address_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`address` json NOT NULL,
	`pincode` varchar(6) character set ascii collate ascii_bin NOT NULL,
	`status` enum('pending','confirmed','in_progress','completed','cancelled','no_show') NOT NULL,
	`starts_at` datetime(3) NOT NULL,
	`ends_at` datetime(3) NOT NULL,
	`subtotal_paise` int NOT NULL,
	`visiting_charge_paise` int NOT NULL,
	`discount_paise` int NOT NULL,
	`gst_paise` int NOT NULL,
	`total_paise` int NOT NULL,
	`channel` enum('web','api','sms','whatsapp','email','phone') NOT NULL,
	`conversation_id` varchar(32) character set ascii collate ascii_bin,
	`hold_id` varchar(32) character set ascii collate ascii_bin,
	`notes` varchar(500),
	`rating` smallint,
	`review` varchar(1000),
	`cancel_reason` varchar(255),
	`cancelled_at` datetime(3),
	`completed_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `bookings_id` PRIMARY KEY(`id`),
	CONSTRAINT `bookings_company_number` UNIQUE(`company_id`,`number`),
	CONSTRAINT `bookings_hold` UNIQUE(`hold_id`),
	CONSTRAINT `bookings_times` CHECK(`bookings`.`ends_at` > `bookings`.`starts_at`),
	CONSTRAINT `bookings_total` CHECK(`bookings`.`total_paise` = `bookings`.`subtotal_paise` + `bookings`.`visiting_charge_paise` - `bookings`.`discount_paise` + `bookings`.`gst_paise`),
	CONSTRAINT `bookings_rating` CHECK(`bookings`.`rating` is null or `bookings`.`rating` between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE `slot_holds` (
	`provider_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`hour` datetime(3) NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`hold_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`holder_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`booking_id` varchar(32) character set ascii collate ascii_bin,
	`expires_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `slot_holds_provider_id_hour_pk` PRIMARY KEY(`provider_id`,`hour`),
	CONSTRAINT `slot_holds_held_or_booked` CHECK((`slot_holds`.`booking_id` is null) <> (`slot_holds`.`expires_at` is null))
);
--> statement-breakpoint
CREATE TABLE `checkpoint_writes` (
	`thread_id` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`checkpoint_ns` varchar(128) character set ascii collate ascii_bin NOT NULL DEFAULT '',
	`checkpoint_id` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`task_id` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`idx` int NOT NULL,
	`channel` varchar(128) character set ascii collate ascii_bin NOT NULL,
	`type` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`value` longblob NOT NULL,
	CONSTRAINT `checkpoint_writes_pk` PRIMARY KEY(`thread_id`,`checkpoint_ns`,`checkpoint_id`,`task_id`,`idx`)
);
--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`thread_id` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`checkpoint_ns` varchar(128) character set ascii collate ascii_bin NOT NULL DEFAULT '',
	`checkpoint_id` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`parent_checkpoint_id` varchar(64) character set ascii collate ascii_bin,
	`type` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`checkpoint` longblob NOT NULL,
	`metadata` longblob NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `checkpoints_pk` PRIMARY KEY(`thread_id`,`checkpoint_ns`,`checkpoint_id`)
);
--> statement-breakpoint
CREATE TABLE `companies` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(120) NOT NULL,
	`time_zone` varchar(64) NOT NULL,
	`currency` char(3) NOT NULL,
	`persona` json NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `companies_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`user_id` varchar(32) character set ascii collate ascii_bin,
	`guest_id` varchar(32) character set ascii collate ascii_bin,
	`channel` enum('web','api','sms','whatsapp','email','phone') NOT NULL DEFAULT 'web',
	`title` varchar(120) NOT NULL,
	`message_count` int NOT NULL DEFAULT 0,
	`last_message_at` datetime(3) NOT NULL,
	`deleted_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `conversations_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`conversation_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`turn_id` varchar(32) character set ascii collate ascii_bin,
	`seq` int NOT NULL,
	`role` enum('user','assistant','operator','system') NOT NULL,
	`text` mediumtext NOT NULL,
	`payload` json,
	`intents` json,
	`latency_ms` int,
	`tokens_in` int,
	`tokens_out` int,
	`maker` varchar(64) character set ascii collate ascii_bin,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `messages_id` PRIMARY KEY(`id`),
	CONSTRAINT `messages_conversation_seq` UNIQUE(`conversation_id`,`seq`)
);
--> statement-breakpoint
CREATE TABLE `turns` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`conversation_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`status` enum('running','finished','failed','cancelled') NOT NULL,
	`request_id` varchar(64) character set ascii collate ascii_bin,
	`error_code` varchar(40) character set ascii collate ascii_bin,
	`latency_ms` int,
	`started_at` datetime(3) NOT NULL,
	`finished_at` datetime(3),
	CONSTRAINT `turns_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`type` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`actor_kind` enum('guest','customer','staff','system') NOT NULL,
	`actor_id` varchar(32) character set ascii collate ascii_bin,
	`subject_type` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`subject_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`turn_id` varchar(32) character set ascii collate ascii_bin,
	`request_id` varchar(64) character set ascii collate ascii_bin,
	`data` json NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `events_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `pincodes` (
	`pincode` varchar(6) character set ascii collate ascii_bin NOT NULL,
	`locality` varchar(120) NOT NULL,
	`city` varchar(80) NOT NULL,
	`state` varchar(80) NOT NULL,
	`tier` tinyint NOT NULL,
	`latitude` decimal(8,5) NOT NULL,
	`longitude` decimal(8,5) NOT NULL,
	CONSTRAINT `pincodes_pincode` PRIMARY KEY(`pincode`),
	CONSTRAINT `pincodes_six_digits` CHECK(length(`pincodes`.`pincode`) = 6),
	CONSTRAINT `pincodes_tier` CHECK(`pincodes`.`tier` between 1 and 3)
);
--> statement-breakpoint
CREATE TABLE `provider_pincodes` (
	`provider_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`pincode` varchar(6) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `provider_pincodes_provider_id_pincode_pk` PRIMARY KEY(`provider_id`,`pincode`)
);
--> statement-breakpoint
CREATE TABLE `provider_subcategories` (
	`provider_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`subcategory_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `provider_subcategories_provider_id_subcategory_id_pk` PRIMARY KEY(`provider_id`,`subcategory_id`)
);
--> statement-breakpoint
CREATE TABLE `providers` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(120) NOT NULL,
	`phone` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`city` varchar(80) NOT NULL,
	`status` enum('active','paused','removed') NOT NULL DEFAULT 'active',
	`rating` decimal(3,2) NOT NULL,
	`rating_count` int NOT NULL,
	`jobs_completed` int NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `providers_id` PRIMARY KEY(`id`),
	CONSTRAINT `providers_company_phone` UNIQUE(`company_id`,`phone`),
	CONSTRAINT `providers_rating` CHECK(`providers`.`rating` between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE `categories` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`slug` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(80) NOT NULL,
	`description` varchar(500) NOT NULL,
	`sort_order` smallint NOT NULL,
	`is_active` boolean NOT NULL DEFAULT true,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `categories_id` PRIMARY KEY(`id`),
	CONSTRAINT `categories_company_slug` UNIQUE(`company_id`,`slug`)
);
--> statement-breakpoint
CREATE TABLE `rate_card_pincodes` (
	`rate_card_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`pincode` varchar(6) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `rate_card_pincodes_rate_card_id_pincode_pk` PRIMARY KEY(`rate_card_id`,`pincode`)
);
--> statement-breakpoint
CREATE TABLE `rate_cards` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`subcategory_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`slug` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(120) NOT NULL,
	`description` varchar(500) NOT NULL,
	`phrases` json NOT NULL,
	`includes` json NOT NULL,
	`excludes` json NOT NULL,
	`unit` varchar(40) NOT NULL,
	`price_paise` int NOT NULL,
	`discount_percent` smallint NOT NULL DEFAULT 0,
	`duration_minutes` smallint NOT NULL,
	`max_quantity` smallint NOT NULL,
	`is_default` boolean NOT NULL DEFAULT false,
	`version` int NOT NULL DEFAULT 1,
	`is_active` boolean NOT NULL DEFAULT true,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `rate_cards_id` PRIMARY KEY(`id`),
	CONSTRAINT `rate_cards_company_slug` UNIQUE(`company_id`,`slug`),
	CONSTRAINT `rate_cards_price` CHECK(`rate_cards`.`price_paise` > 0),
	CONSTRAINT `rate_cards_discount` CHECK(`rate_cards`.`discount_percent` between 0 and 50),
	CONSTRAINT `rate_cards_duration` CHECK(`rate_cards`.`duration_minutes` between 15 and 480),
	CONSTRAINT `rate_cards_max_quantity` CHECK(`rate_cards`.`max_quantity` between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE `subcategories` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`category_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`slug` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(80) NOT NULL,
	`description` varchar(500) NOT NULL,
	`phrases` json NOT NULL,
	`sort_order` smallint NOT NULL,
	`is_active` boolean NOT NULL DEFAULT true,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `subcategories_id` PRIMARY KEY(`id`),
	CONSTRAINT `subcategories_company_slug` UNIQUE(`company_id`,`slug`)
);
--> statement-breakpoint
CREATE TABLE `addresses` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`user_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`label` varchar(40) NOT NULL,
	`line1` varchar(200) NOT NULL,
	`locality` varchar(120) NOT NULL,
	`city` varchar(80) NOT NULL,
	`state` varchar(80) NOT NULL,
	`pincode` varchar(6) character set ascii collate ascii_bin NOT NULL,
	`is_default` boolean NOT NULL DEFAULT false,
	`deleted_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `addresses_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`role` enum('customer','ops','admin') NOT NULL DEFAULT 'customer',
	`status` enum('active','suspended','deleted') NOT NULL DEFAULT 'active',
	`name` varchar(120) NOT NULL,
	`email` varchar(254) NOT NULL,
	`phone` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`password_hash` varchar(60) character set ascii collate ascii_bin,
	`last_login_at` datetime(3),
	`deleted_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `users_id` PRIMARY KEY(`id`),
	CONSTRAINT `users_company_email` UNIQUE(`company_id`,`email`),
	CONSTRAINT `users_company_phone` UNIQUE(`company_id`,`phone`),
	CONSTRAINT `users_phone_e164` CHECK(`users`.`phone` like '+%')
);
--> statement-breakpoint
ALTER TABLE `booking_items` ADD CONSTRAINT `booking_items_booking_id_bookings_id_fk` FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `booking_items` ADD CONSTRAINT `booking_items_rate_card_id_rate_cards_id_fk` FOREIGN KEY (`rate_card_id`) REFERENCES `rate_cards`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `bookings` ADD CONSTRAINT `bookings_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `bookings` ADD CONSTRAINT `bookings_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `bookings` ADD CONSTRAINT `bookings_provider_id_providers_id_fk` FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `bookings` ADD CONSTRAINT `bookings_address_id_addresses_id_fk` FOREIGN KEY (`address_id`) REFERENCES `addresses`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `bookings` ADD CONSTRAINT `bookings_pincode_pincodes_pincode_fk` FOREIGN KEY (`pincode`) REFERENCES `pincodes`(`pincode`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `bookings` ADD CONSTRAINT `bookings_conversation_id_conversations_id_fk` FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `slot_holds` ADD CONSTRAINT `slot_holds_provider_id_providers_id_fk` FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `slot_holds` ADD CONSTRAINT `slot_holds_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `slot_holds` ADD CONSTRAINT `slot_holds_booking_id_bookings_id_fk` FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `conversations` ADD CONSTRAINT `conversations_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `conversations` ADD CONSTRAINT `conversations_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `messages` ADD CONSTRAINT `messages_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `messages` ADD CONSTRAINT `messages_conversation_id_conversations_id_fk` FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `messages` ADD CONSTRAINT `messages_turn_id_turns_id_fk` FOREIGN KEY (`turn_id`) REFERENCES `turns`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `turns` ADD CONSTRAINT `turns_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `turns` ADD CONSTRAINT `turns_conversation_id_conversations_id_fk` FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `events` ADD CONSTRAINT `events_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `provider_pincodes` ADD CONSTRAINT `provider_pincodes_provider_id_providers_id_fk` FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `provider_pincodes` ADD CONSTRAINT `provider_pincodes_pincode_pincodes_pincode_fk` FOREIGN KEY (`pincode`) REFERENCES `pincodes`(`pincode`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `provider_subcategories` ADD CONSTRAINT `provider_subcategories_provider_id_providers_id_fk` FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `provider_subcategories` ADD CONSTRAINT `provider_subcategories_subcategory_id_subcategories_id_fk` FOREIGN KEY (`subcategory_id`) REFERENCES `subcategories`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `providers` ADD CONSTRAINT `providers_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `categories` ADD CONSTRAINT `categories_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `rate_card_pincodes` ADD CONSTRAINT `rate_card_pincodes_rate_card_id_rate_cards_id_fk` FOREIGN KEY (`rate_card_id`) REFERENCES `rate_cards`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `rate_card_pincodes` ADD CONSTRAINT `rate_card_pincodes_pincode_pincodes_pincode_fk` FOREIGN KEY (`pincode`) REFERENCES `pincodes`(`pincode`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `rate_cards` ADD CONSTRAINT `rate_cards_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `rate_cards` ADD CONSTRAINT `rate_cards_subcategory_id_subcategories_id_fk` FOREIGN KEY (`subcategory_id`) REFERENCES `subcategories`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `subcategories` ADD CONSTRAINT `subcategories_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `subcategories` ADD CONSTRAINT `subcategories_category_id_categories_id_fk` FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `addresses` ADD CONSTRAINT `addresses_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `addresses` ADD CONSTRAINT `addresses_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `addresses` ADD CONSTRAINT `addresses_pincode_pincodes_pincode_fk` FOREIGN KEY (`pincode`) REFERENCES `pincodes`(`pincode`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `users` ADD CONSTRAINT `users_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `booking_items_booking` ON `booking_items` (`booking_id`);--> statement-breakpoint
CREATE INDEX `bookings_user_starts` ON `bookings` (`user_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_provider_starts` ON `bookings` (`provider_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_company_status_starts` ON `bookings` (`company_id`,`status`,`starts_at`);--> statement-breakpoint
CREATE INDEX `slot_holds_hold` ON `slot_holds` (`hold_id`);--> statement-breakpoint
CREATE INDEX `slot_holds_booking` ON `slot_holds` (`booking_id`);--> statement-breakpoint
CREATE INDEX `slot_holds_expires` ON `slot_holds` (`expires_at`);--> statement-breakpoint
CREATE INDEX `checkpoints_created` ON `checkpoints` (`created_at`);--> statement-breakpoint
CREATE INDEX `conversations_user` ON `conversations` (`user_id`,`last_message_at`);--> statement-breakpoint
CREATE INDEX `conversations_guest` ON `conversations` (`guest_id`,`last_message_at`);--> statement-breakpoint
CREATE INDEX `conversations_company` ON `conversations` (`company_id`,`last_message_at`);--> statement-breakpoint
CREATE INDEX `messages_turn` ON `messages` (`turn_id`);--> statement-breakpoint
CREATE INDEX `turns_conversation` ON `turns` (`conversation_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `turns_status` ON `turns` (`status`,`started_at`);--> statement-breakpoint
CREATE INDEX `turns_company` ON `turns` (`company_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `events_company_type` ON `events` (`company_id`,`type`,`created_at`);--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject_type`,`subject_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `events_turn` ON `events` (`turn_id`);--> statement-breakpoint
CREATE INDEX `pincodes_city` ON `pincodes` (`city`);--> statement-breakpoint
CREATE INDEX `provider_pincodes_pincode` ON `provider_pincodes` (`pincode`,`provider_id`);--> statement-breakpoint
CREATE INDEX `provider_subcategories_subcategory` ON `provider_subcategories` (`subcategory_id`,`provider_id`);--> statement-breakpoint
CREATE INDEX `providers_company_city` ON `providers` (`company_id`,`city`);--> statement-breakpoint
CREATE INDEX `rate_card_pincodes_pincode` ON `rate_card_pincodes` (`pincode`,`rate_card_id`);--> statement-breakpoint
CREATE INDEX `rate_cards_subcategory` ON `rate_cards` (`subcategory_id`,`is_active`);--> statement-breakpoint
CREATE INDEX `subcategories_category` ON `subcategories` (`category_id`,`sort_order`);--> statement-breakpoint
CREATE INDEX `addresses_user` ON `addresses` (`user_id`,`is_default`);--> statement-breakpoint
CREATE INDEX `addresses_company` ON `addresses` (`company_id`);