// The office's pages work without this script; what it finds on a page it makes more convenient.
document.documentElement.dataset['script'] = 'on';
