CREATE TABLE `provider_services` (
	`pincode` varchar(6) character set ascii collate ascii_bin NOT NULL,
	`subcategory_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`provider_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `provider_services_pk` PRIMARY KEY(`pincode`,`subcategory_id`,`provider_id`)
);
--> statement-breakpoint
ALTER TABLE `roles` ADD `version` int DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `refunds` ADD `decision_reason` varchar(255);--> statement-breakpoint
ALTER TABLE `addresses` ADD `version` int DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `provider_services` ADD CONSTRAINT `provider_services_pincode_pincodes_pincode_fk` FOREIGN KEY (`pincode`) REFERENCES `pincodes`(`pincode`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `provider_services` ADD CONSTRAINT `provider_services_provider_id_providers_id_fk` FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `provider_services_provider` ON `provider_services` (`provider_id`);--> statement-breakpoint
CREATE INDEX `slot_holds_hour` ON `slot_holds` (`hour`,`provider_id`);--> statement-breakpoint
INSERT IGNORE INTO `provider_services` (`pincode`,`subcategory_id`,`provider_id`) SELECT pp.`pincode`, ps.`subcategory_id`, pp.`provider_id` FROM `provider_pincodes` pp JOIN `provider_subcategories` ps ON ps.`provider_id` = pp.`provider_id`;--> statement-breakpoint
ALTER TABLE `complaints` ADD FULLTEXT INDEX `complaints_description_words` (`description`);--> statement-breakpoint
ALTER TABLE `users` ADD FULLTEXT INDEX `users_name_words` (`name`);
